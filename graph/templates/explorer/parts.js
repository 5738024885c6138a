// Parts that several views share: a line that opens its words, lists that stay short, and the panel of words and sources.
const SHORT = 280;
function line(f, extra) {
  return el('li', { cls: 'line' }, f.kind === 'view' && !f.until ? null : el('span', { cls: 'when' }, f.when), el('span', { cls: 'tag tag-' + f.kind }, KIND[f.kind]),
    el('button', { type: 'button', cls: 'words', 'data-id': f.id, on: { click: () => choose(f) } }, told(short(f.text, SHORT))), (f.decided || []).length ? el('span', { cls: 'tag tag-person' }, 'Decided by a person') : null, f.by_wording ? el('span', { cls: 'tag tag-words', title: held.mark.says }, capital(byWords(f))) : null,
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
  return el('section', {}, el('h3', {}, title + (list.length ? ' (' + list.length + marked(list) + ')' : '')), list.length ? lines(list, most || 20, extra) : el('p', { cls: 'silent' }, none));
}
function themeLinks(ids) { return el('ul', { cls: 'chips' }, [...new Set(ids)].sort((a, b) => themeName(a).localeCompare(themeName(b))).map(t => el('li', {}, link(told(short(themeName(t), 60)), path('theme', t), 'chip')))); }
