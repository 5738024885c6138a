// Parts that several views share: a line that opens its words, lists that stay short, and the panel of words and sources.
const SHORT = 280;
function line(f, extra) {
  return el('li', { cls: 'line' }, f.kind === 'view' && !f.until ? null : el('span', { cls: 'when' }, f.when), el('span', { cls: 'tag tag-' + f.kind }, KIND[f.kind]),
    el('button', { type: 'button', cls: 'words', 'data-id': f.id, on: { click: () => choose(f) } }, told(short(f.text, SHORT))),
    el('span', { cls: 'more' }, [meaning(f), extra && short(extra, 500)].filter(Boolean).join(' · ')));
}
// A list of which `most` are shown at first.
function lines(list, most, extra) {
  const made = el('ol', { cls: 'lines' });
  const add = (from, to) => put(made, list.slice(from, to).map(f => line(f, extra && extra(f))));
  const box = el('div', {}, made), step = 100;
  add(0, most);
  const rest = () => made.children.length;
  if (list.length > most) {
    const more = button('', () => { const had = rest(); add(had, had + step); name(); made.children[had].querySelector('button').focus(); });
    const name = () => { if (rest() >= list.length) more.remove(); else more.textContent = 'Show more (' + rest() + ' of ' + list.length + ' shown)'; };
    name();
    put(box, more);
  }
  return box;
}
function section(title, list, none, most, extra) {
  return el('section', {}, el('h3', {}, title + (list.length ? ' (' + list.length + ')' : '')), list.length ? lines(list, most || 20, extra) : el('p', { cls: 'silent' }, none));
}
function themeLinks(ids) { return el('ul', { cls: 'chips' }, [...new Set(ids)].sort((a, b) => themeName(a).localeCompare(themeName(b))).map(t => el('li', {}, link(told(short(themeName(t), 60)), path('theme', t), 'chip')))); }

const CONNECTED = {
  GAVE_RISE_TO: ['Gave rise to', 'Arose from'], DELIVERED_BY: ['Delivered by', 'Delivers'], LED_TO: ['Led to', 'Follows from'], EVIDENCED_BY: ['Evidence for it', 'Is evidence for'],
  TESTS: ['Tests', 'Tested by'], FOLLOWS_UP: ['Follows up', 'Followed up by'], HAS_STATUS: ['Closing record', 'Closes'], RECURS_IN: ['Seen again in', 'Seen again from'],
  IMPROVED_IN: ['Seen improved in', 'Shows improved'], REPEATS: ['Says again', 'Said again in'], IDENTIFIES: ['Learning', 'Told by'], MAKES: ['Recommends', 'Made by'], RECEIVED: ['Views of it', 'A view of'],
};
// The panel: exact words, document and page first, then what else says so.
function words(f) {
  const side = document.getElementById('side');
  const quotes = f.evidence.map(quote);
  fill(side, el('h2', { tabindex: '-1', id: 'chosen' }, KIND[f.kind]), button('Back to the list', unchoose, 'plain'),
    f.kind === 'review' ? el('p', {}, told(f.text)) : null,
    el('p', {}, [f.when, meaning(f), bodies(f)].filter(Boolean).join(' · ')), f.promise || f.kind !== 'action' || !f.printed ? null : el('p', {}, 'Status as printed: ', told(f.printed)),
    el('h3', {}, 'As printed'), f.kind === 'review' ? el('details', {}, el('summary', {}, 'Show the words; they may tell of harm to a child'), quotes) : quotes);
  if (f.again.length) put(side, el('h3', {}, 'Promised again'), f.again.map(quote));
  if (f.themes.length) put(side, el('h3', {}, 'Themes ', el('span', { cls: 'hint' }, f.themes.some(t => t.state !== 'confirmed') ? '(suggested until a person confirms)' : '(confirmed)')), themeLinks(f.themes.map(t => t.theme)));
  const groups = new Map();
  (onward.get(f.id) || []).forEach(l => index(groups, CONNECTED[l.type][0], target(l)));
  (back.get(f.id) || []).forEach(l => index(groups, CONNECTED[l.type][1], source(l)));
  groups.forEach((list, name) => put(side, el('h3', {}, name), lines(inTime([...new Set(list)]), 5)));
  put(side, el('p', {}, f.kind === 'review' ? link('Open the review', path('review', f.id)) : link('Follow the thread', path('thread', f.id))));
  side.scrollTop = 0;
}
function quote(e) { return el('blockquote', {}, el('p', {}, '“', told(e.quote), '”'), el('cite', {}, told(place(e)), e.heading ? [', under “', told(e.heading), '”'] : null)); }
function noWords() {
  fill(document.getElementById('side'), el('h2', {}, 'Words and sources'), el('p', {}, 'Choose any line to see the exact words, the document and the page.'),
    el('p', {}, 'Themes and links are suggested by software until a person confirms them: “7, 0 confirmed”.'), el('p', {}, 'What no document states is shown as not stated. Silence closes nothing.'));
}
