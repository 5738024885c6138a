// What is held, indexed once: facts by id, links both ways, themes, and the thread around a fact.
const held = JSON.parse(document.getElementById('data').textContent);
const facts = new Map(held.facts.map(f => [f.id, f]));
const themes = new Map(held.themes.map(t => [t.id, t]));
const partnerships = new Map(held.partnerships.map(p => [p.id, p]));
const onward = new Map(), back = new Map(), ofTheme = new Map();
function index(map, key, value) { if (map.has(key)) map.get(key).push(value); else map.set(key, [value]); }
held.links.forEach(l => { index(onward, l.source, l); index(back, l.target, l); });
held.facts.forEach(f => new Set(f.themes.map(t => t.theme)).forEach(t => index(ofTheme, t, f)));

const KIND = { learning: 'Learning', recommendation: 'Recommended', action: 'Action', evidence: 'Evidence', test: 'Test of practice', view: 'View', closed: 'Closing record', review: 'Review' };
const AGAIN = { 'none stated': 'seen again', 'said to be done': 'said to be done, seen again', 'closed by record': 'closed by record, seen again' };
const DONE = ['complete-evidence-awaited', 'complete-evidenced', 'embedded'];
const SURE = { confirmed: 0, probable: 1, possible: 2 };
const LIKE = { possible: 'possibly', probable: 'probably', confirmed: 'surely' };
const leading = (id, ...types) => (onward.get(id) || []).filter(l => types.includes(l.type));
const arriving = (id, ...types) => (back.get(id) || []).filter(l => types.includes(l.type));
const target = l => facts.get(l.target), source = l => facts.get(l.source);
const isDone = f => f.kind === 'action' && DONE.includes(f.code);
const themeName = id => (themes.get(id) || { name: id }).name;

// Facts about a theme and, for a group of themes, about those in it; "stated as not present" only where asked for.
function about(id, absent) {
  const ids = new Set([id, ...held.themes.filter(t => t.group === themeName(id)).map(t => t.id)].filter((t, i) => i === 0 || themeName(id) === (themes.get(id) || {}).group));
  const found = new Map();
  ids.forEach(t => (ofTheme.get(t) || []).forEach(f => { if (f.themes.some(a => a.theme === t && (a.polarity === 'absent') === Boolean(absent))) found.set(f.id, f); }));
  return [...found.values()];
}
function confirmed(list, id) { return list.filter(f => f.themes.some(t => t.theme === id && t.state === 'confirmed')).length; }
function inTime(list) {
  const key = f => (f.until || f.since || '9999') + '|' + (f.since || '') + '|' + f.id;
  return list.map(f => [key(f), f]).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).map(pair => pair[1]);
}
// What was taken by its words alone: one word, and how many of a list are such.
function byWords(f) { return f.by_wording ? held.mark.short : ''; }
function marked(list) { const n = list.filter(f => f.by_wording).length; return n ? ', ' + n + ' ' + held.mark.short : ''; }
function bodies(f) { return f.bodies.map(b => short((partnerships.get(b) || { name: b }).name, 90)).join('; '); }
function place(e) { return e.document + (e.page ? ', page ' + e.page : e.line ? ', line ' + e.line : ''); }
// What a fact is, in words: no code reaches the screen.
function meaning(f) {
  const words = held.words[f.kind] || {};
  if (f.kind === 'action' && f.promise) return promised(f);
  if (f.kind === 'recommendation') return f.code === 'elsewhere' ? 'its text is in none of the loaded documents' : 'how far it is: ' + assessed(f);
  if (f.kind === 'action') return words[f.code] || 'status not stated';
  if (f.kind === 'test') return f.code.replace('-', ' ') + (f.printed ? ' of ' + count(Number(f.printed), 'case') : '');
  return words[f.code] || '';
}
// The reference of a review as printed, where its heading is not that: it tells one serious incident from another.
const reference = f => (f.printed && f.printed !== f.text ? 'reference ' + short(f.printed, 60) : '');
function years(f) {
  const first = (f.since || f.until || '').slice(0, 4), last = (f.until || f.since || '').slice(0, 4);
  return first ? [Number(first), Number(last)] : null;
}
// What became of a promise, by what later documents tell; `at` orders it. Silent only where a document could have told of it.
const PROMISE = { silent: 'promised, and a later document is silent', near: 'promised; perhaps told in other words', none: 'promised; no later document that could tell of it is loaded', told: 'promised' };
function promised(f) {
  const became = leading(f.id, 'BECAME'), looked = f.looked || [];
  if (became.length) return 'promised, later told as ' + [...new Set(became.map(l => l.kind))].join(', then ');
  if ((f.again || []).length) return 'promised, later told as promised again';
  return PROMISE[looked.some(l => l.outcome !== 'silent') ? 'near' : looked.length ? 'silent' : 'none'];
}
// How far something is, as assessed; what is printed stands beside it. A record says that something is closed, never that it works.
const CLOSING_PRINTED = 'the closing is printed, what is shown is worked out';
const assessed = f => { const s = f.standing || {}; return (s.assessed || 'not stated') + (s.by === CLOSING_PRINTED ? ' (' + s.by + ')' : ''); };
const byPerson = s => s.by && ![CLOSING_PRINTED, 'printed', 'worked out'].includes(s.by);
// The review or test a fact belongs to.
function owners(f) { return arriving(f.id, 'IDENTIFIES', 'MAKES', 'LED_TO', 'RECEIVED', 'EVIDENCED_BY').map(source).filter(o => o && (o.kind === 'review' || o.kind === 'test')); }

// The thread around a fact: what it arose from, what followed, and what was seen later. [{fact, row, link}]
const UP = ['MAKES', 'IDENTIFIES', 'GAVE_RISE_TO', 'LED_TO', 'DELIVERED_BY', 'EVIDENCED_BY', 'HAS_STATUS'];
const DOWN = ['IDENTIFIES', 'MAKES', 'GAVE_RISE_TO', 'DELIVERED_BY', 'LED_TO', 'EVIDENCED_BY', 'HAS_STATUS'];
function thread(id) {
  const steps = new Map();
  const add = (f, row, l) => { const known = steps.get(f.id); if (known && !(row === 'later' && known.row !== 'later')) return false; if (steps.size > 300 || (known && f.id === id)) return false; steps.set(f.id, { fact: f, row, link: l || null }); return !known; };
  const row = f => ({ learning: 'learning', recommendation: 'recommended', action: 'action', evidence: 'evidence', closed: 'evidence', test: 'evidence', review: 'case', view: 'view' })[f.kind];
  const down = (f, depth, tested) => {
    if (depth > 6) return;
    leading(f.id, ...DOWN).forEach(l => { const to = target(l); if (add(to, tested && to.kind === 'learning' ? 'evidence' : row(to), l)) down(to, depth + 1, tested); });
    arriving(f.id, 'TESTS', 'FOLLOWS_UP').forEach(l => { const by = source(l); if (add(by, 'evidence', l)) down(by, depth + 1, true); });
    // A test of one action finds much that is not about that action: what came back of it is told of reviews and tests.
    if (f.kind !== 'learning' || !tested || whole) leading(f.id, 'RECURS_IN', 'ECHOED_IN', 'IMPROVED_IN').forEach(l => add(target(l), 'later', l));
    leading(f.id, 'BECAME').forEach(l => add(target(l), 'action', l));
    leading(f.id, 'MERGED_INTO').forEach(l => add(target(l), 'recommended', l));
  };
  const up = (f, depth) => {
    if (depth > 4) return;
    arriving(f.id, ...UP).forEach(l => { const from = source(l); if (add(from, row(from), l)) { up(from, depth + 1); leading(from.id, 'RECURS_IN', 'ECHOED_IN', 'IMPROVED_IN').forEach(r => add(target(r), 'later', r)); } });
    arriving(f.id, 'RECURS_IN', 'ECHOED_IN', 'IMPROVED_IN').forEach(l => add(source(l), row(source(l)), l));
  };
  const start = facts.get(id);
  if (!start) return [];
  const whole = start.kind === 'review' || start.kind === 'test';
  add(start, row(start));
  up(start, 0);
  down(start, 0, start.kind === 'test');
  return [...steps.values()];
}
