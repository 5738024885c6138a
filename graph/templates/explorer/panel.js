// The panel of words and sources: exact words, document and page first, then how far it is, who says so, what else says so.
const CONNECTED = {
  GAVE_RISE_TO: ['Gave rise to', 'Arose from'], DELIVERED_BY: ['Delivered by', 'Delivers'], LED_TO: ['Led to', 'Follows from'], EVIDENCED_BY: ['Evidence for it', 'Is evidence for'],
  TESTS: ['Tests', 'Tested by'], FOLLOWS_UP: ['Follows up', 'Followed up by'], HAS_STATUS: ['Closing record', 'Closes'], RECURS_IN: ['Seen again in', 'Seen again from'],
  ECHOED_IN: ['Seen in another area in', 'Asked in another area in'],
  IMPROVED_IN: ['Seen improved in', 'Shows improved'], REPEATS: ['Says again', 'Said again in'], MERGED_INTO: ['Merged into', 'Takes in'], IDENTIFIES: ['Learning', 'Told by'], MAKES: ['Recommends', 'Made by'], RECEIVED: ['Views of it', 'A view of'],
  BECAME: ['Later told as', 'Promised earlier as'], DIFFERS_FROM: ['May say otherwise', 'May say otherwise'],
};
function words(f) {
  const side = document.getElementById('side'), quotes = f.evidence.map(quote);
  fill(side, el('h2', { tabindex: '-1', id: 'chosen' }, KIND[f.kind]), button('Back to the list', unchoose, 'plain'),
    f.kind === 'review' ? el('p', {}, told(f.text)) : null,
    el('p', {}, [f.when, meaning(f), bodies(f)].filter(Boolean).join(' · ')), f.by_wording ? el('p', { cls: 'hint' }, held.mark.says) : null,
    el('h3', {}, 'As printed'), f.kind === 'review' ? el('details', {}, el('summary', {}, 'Show the words; they may tell of harm to a child'), quotes) : quotes,
    standing(f), offered(f), decided(f), whatBecame(f), testedAgain(f));
  if (f.themes.length) put(side, el('h3', {}, 'Themes ', el('span', { cls: 'hint' }, f.themes.some(t => t.state !== 'confirmed') ? '(suggested until a person confirms)' : '(confirmed by a person)')), themeLinks(f.themes.map(t => t.theme)));
  const groups = new Map();
  (onward.get(f.id) || []).forEach(l => index(groups, CONNECTED[l.type][0], [target(l), l]));
  (back.get(f.id) || []).forEach(l => index(groups, CONNECTED[l.type][1], [source(l), l]));
  groups.forEach((list, name) => { const by = new Map(list.map(([to, l]) => [to.id, l])); put(side, el('h3', {}, name), lines(inTime([...new Set(list.map(pair_ => pair_[0]))]), 5, to => linked(by.get(to.id)))); });
  put(side, el('p', {}, f.kind === 'review' ? link('Open the review', path('review', f.id)) : link('Follow the thread', path('thread', f.id))));
  side.scrollTop = 0;
}
// Why two statements are joined, and how sure that is; what the document itself joins needs no word.
function linked(l) {
  const sure = { confirmed: 'a person confirmed this link', probable: 'probable, suggested by software', possible: 'possible, suggested by software' }[l.certainty];
  return [['BECAME', 'DIFFERS_FROM'].includes(l.type) ? l.kind : '', l.change, sure, l.why, l.after ? 'after a recommendation made ' + l.after : '', chance(l)].filter(Boolean).join(' · ');
}
// How often it could have been seen again; nothing is said where no later review could have shown it.
function chance(l) { return !l.opportunity ? '' : /^no /.test(l.opportunity) ? l.opportunity : 'seen in ' + l.opportunity; }
function standing(f) {
  const s = f.standing;
  if (!s) return null;
  const who = x => (byPerson(x) ? 'decided by the ' + x.by : x.by === 'printed' ? 'as printed' : x.by === CLOSING_PRINTED ? 'as printed and as worked out by software' : 'worked out by software');
  const rows = [f.promise || f.kind !== 'action' || !f.printed ? null : ['Status as printed', told(f.printed)], ['Status as assessed', [assessed(f), el('span', { cls: 'more' }, who(s) + (s.why && s.by !== 'printed' ? ': ' : '')), s.why && s.by !== 'printed' ? told(s.why, 'more') : null]],
    f.kind === 'recommendation' || s.replies ? [f.kind === 'action' ? 'Reply to what it delivers' : 'Reply', told((s.replies || ['not stated']).join('; '))] : null,
    s.due ? ['Due, as printed', told(s.due)] : null, s.measure ? ['What is to be different for children', told(s.measure)] : null,
    ...(s.asked || []).map(a => [a.role === 'lead' ? 'Led by' : 'Asked of', [told(a.agency), el('span', { cls: 'more' }, (a.assessed || 'not stated') + ' · ' + who(a))]])];
  return [el('h3', {}, 'How far it is'), el('dl', { cls: 'standing' }, rows.filter(Boolean).map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]).flat())];
}
const LOOKED = { self: 'those who did it', partner: 'a partner', scrutineer: 'the scrutineer', inspectorate: 'an inspectorate' }, SAYS = { supports: 'for it', mixed: 'for and against', contradicts: 'against it' };
function offered(f) {
  const o = f.offered;
  if (f.kind !== 'evidence') return null;
  const rows = [['How it was found', o && o.method], ['How many were looked at or asked', o && o.looked_at], ['Who looked', o && LOOKED[o.who]], ['For or against', o && SAYS[o.says]], ['Age', o && o.stale && 'older than 12 months from ' + dayOf(o.stale)]];
  return [el('h3', {}, 'What the evidence is'), el('dl', { cls: 'standing' }, rows.filter(r => r[1] || r[0] !== 'Age').map(([name, value]) => [el('dt', {}, name), el('dd', {}, value ? told(String(value)) : 'not stated')]).flat())];
}
function dayOf(iso) { const [y, m, d] = iso.split('-').map(Number); return d + ' ' + ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1] + ' ' + y; }
function decided(f) {
  if (!(f.decided || []).length) return null;
  return [el('h3', {}, 'Decided by a person'), el('ul', { cls: 'plainlist decided' }, f.decided.map(d => el('li', {}, told(d.text), el('span', { cls: 'more' }, ['by the ' + d.by, d.on ? dayOf(d.on) : '', d.note].filter(Boolean).join(' · ')))))];
}
function whatBecame(f) {
  if (!f.promise) return null;
  const looked = f.looked || [];
  return [el('h3', {}, 'What became of it'), el('p', {}, capital(promised(f)) + '. Silence does not mean that it was not done.'), (f.again || []).map(quote),
    looked.map(l => el('div', {}, el('p', { cls: 'why' }, told(l.document), ': ', l.outcome, '. ', told(l.why)), l.near ? quote(l.near) : null))];
}
const AGAIN_TESTED = { yes: 'tested again', 'in part': 'tested again in part', 'not stated': 'tested again: not stated' };
function testedAgain(f) {
  if (!(f.retested || []).length) return null;
  return [el('h3', {}, 'Tested again?'), f.retested.filter(r => facts.has(r.test)).map(r => el('div', {}, el('p', {}, capital(AGAIN_TESTED[r.again]) + ': ' + r.found + ' (possible; by the words of the later test)'), lines([facts.get(r.test)], 1)))];
}
const published = new Map(held.documents.map(d => [d.name, d]));
function quote(e) {
  const d = published.get(e.document), from = d && [d.address, d.licence].filter(Boolean).join(' · ');
  return el('blockquote', {}, el('p', {}, '“', told(e.quote), '”'), el('cite', {}, told(place(e)), e.heading ? [', under “', told(e.heading), '”'] : null, from ? told(from, 'more') : null));
}
function noWords() {
  fill(document.getElementById('side'), el('h2', {}, 'Words and sources'), el('p', {}, 'Choose any line to see the exact words, the document and the page.'),
    el('p', {}, 'Themes and links are suggested by software until a person confirms them: “7, 0 confirmed”.'), held.facts.some(f => f.by_wording) ? el('p', {}, capital(held.mark.short) + ': no heading and no rule says what it is, only its words make it likely, and no person has said that it is right.') : null, el('p', {}, 'What no document states is shown as not stated. Silence closes nothing.'));
}
