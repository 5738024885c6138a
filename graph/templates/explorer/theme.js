// A theme through time and by partnership, and the thread around one fact.
function themeView(main, id) {
  const theme = themes.get(id);
  if (!theme) return missing(main, 'theme');
  const list = inTime(about(id)), links = held.links.filter(l => l.theme === id), absent = inTime(about(id, true));
  const learning = list.filter(f => f.kind === 'learning'), told_ = list.filter(f => f.kind !== 'review' && f.kind !== 'view');
  const stories = storiesOf(links);
  put(main, el('p', { cls: 'crumb' }, told(short(theme.group, 80))), el('h2', { tabindex: '-1' }, told(short(theme.name, 120))),
    el('p', { cls: 'lead' }, learning.length ? 'Learning points: ' + both(learning, id) + '. Suggested by software until a person confirms them.' : 'No learning point in the loaded documents is about it.'), sentenceBox(theme, id));
  if (told_.length) put(main, el('h3', {}, 'Through time, by partnership'), timeline('What was said about ' + short(theme.name, 60) + ', by partnership', byPartnership(told_)), partnershipTable(told_));
  put(main, section('In time order', told_, 'Nothing in the loaded documents is about this theme.', 20, f => bodies(f)));
  put(main, el('section', {}, el('h3', {}, 'What came back'), listOfStories(stories, 'Nothing on this theme was seen again or seen improved in the loaded documents.', 5)));
  put(main, toldTogether(learning, id));
  const views = list.filter(f => f.kind === 'view'), reviews = list.filter(f => f.kind === 'review');
  if (views.length) put(main, section('Views on it', views, '', 10, f => bodies(f)));
  if (reviews.length) put(main, section('In the story of reviews', reviews, '', 10, f => [reference(f), bodies(f)].filter(Boolean).join(' · ')));
  if (absent.length) put(main, section('Stated as not present', absent, '', 10, f => bodies(f)));
}
// The other themes that its learning points are about as well; each opens the learning that is about both.
function toldTogether(learning, id) {
  const shared = new Map();
  learning.forEach(f => new Set(f.themes.filter(t => t.polarity !== 'absent' && t.theme !== id && (themes.get(t.theme) || {}).group !== themeName(id)).map(t => t.theme)).forEach(t => index(shared, t, f)));
  const most = [...shared].sort((a, b) => b[1].length - a[1].length || themeName(a[0]).localeCompare(themeName(b[0]))).slice(0, 12);
  return el('section', {}, el('h3', {}, 'Told together with'), most.length ? el('p', { cls: 'hint' }, 'Other themes of the same learning points, suggested by software. Choose one to read the learning that is about both.') : el('p', { cls: 'silent' }, 'Its learning points are about no other theme.'),
    most.length ? el('ul', { cls: 'chips' }, most.map(([t, facts_]) => el('li', {}, link(told(short(themeName(t), 60) + ' (' + facts_.length + ')'), path('table', '', { kind: 'learning', theme: id, with: t }), 'chip')))) : null);
}
function byPartnership(list) {
  const rows = new Map();
  list.forEach(f => (f.bodies.length ? f.bodies : ['']).forEach(b => index(rows, b, f)));
  return [...rows].map(([b, found]) => ({ name: b ? (partnerships.get(b) || { name: b }).name : 'Partnership not stated', facts: found })).sort((a, b) => a.name.localeCompare(b.name));
}
function partnershipTable(list) {
  const kinds = ['learning', 'recommendation', 'action', 'evidence', 'test'];
  return table('By partnership, in alphabetical order; texts that several publish together are a row of their own', ['Partnership', 'Learning', 'Recommended', 'Actions', 'Evidence', 'Tests'],
    byPartnership(list).map(r => [told(short(r.name, 120)), ...kinds.map(k => ((list => list.length ? list.length + marked(list) : '–')(r.facts.filter(f => f.kind === k))))]));
}
const ROWS = [['case', 'Review of a case', 'not stated which review'], ['learning', 'Learning', 'not stated'], ['recommended', 'Recommended', 'no recommendation stated'], ['action', 'Action', 'no action stated'], ['evidence', 'Evidence and tests', 'no evidence or test stated'], ['later', 'Seen later', 'not in the loaded documents']];
function threadView(main, id) {
  const start = facts.get(id);
  if (!start) return missing(main, 'thread');
  const steps = thread(id), of = row => steps.filter(s => s.row === row);
  put(main, el('p', { cls: 'crumb' }, 'Thread'), el('h2', { tabindex: '-1' }, start.kind === 'review' ? told(start.text) : told('“' + short(start.text, 160) + '”')),
    el('p', { cls: 'hint' }, 'From a case to what was learnt, asked, done, tested and seen later. A broken line means that no loaded document states it.'),
    sentenceBox(start),
    timeline('The thread in time', ROWS.map(([row, name, gap]) => ({ name, facts: of(row).map(s => s.fact), gap }))));
  ROWS.forEach(([row, name, gap]) => {
    const list = of(row), by = new Map(list.map(s => [s.fact.id, s.link]));
    const why = f => { const l = by.get(f.id); return [l && l.type === 'RECURS_IN' ? (AGAIN[l.closure] || 'seen again') + ', ' + themeName(l.theme) : l && l.type === 'ECHOED_IN' ? 'asked nationally or in another area and seen here, possible, ' + themeName(l.theme) : l && l.type === 'IMPROVED_IN' ? 'seen improved, ' + themeName(l.theme) : '', l && l.type === 'BECAME' ? 'later told as ' + l.kind + (l.change ? ' (' + l.change + ')' : '') : '', l && l.certainty ? l.certainty + ': ' + (l.why || '') : '', l ? chance(l) : '', l && l.after ? 'after a recommendation made ' + l.after : '', ...(f.retested || []).map(r => AGAIN_TESTED[r.again] + ': ' + r.found), l && l.type === 'IDENTIFIES' && source(l).kind === 'test' ? 'found by: ' + short(source(l).text, 80) : '', f.id === id ? 'this one' : ''].filter(Boolean).join(' · '); };
    put(main, section(name, inTime(list.map(s => s.fact)), capital(gap) + (gap.includes('loaded') ? '.' : ' in the loaded documents.'), 8, why));
  });
}
function missing(main, what) { put(main, el('h2', { tabindex: '-1' }, 'Not here'), el('p', {}, 'This page holds no such ' + what + '. It may have been made from other documents.'), el('p', {}, link('Back to the start', 'again'))); }
