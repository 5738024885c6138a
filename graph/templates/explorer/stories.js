// What came back, told as stories: one a theme, the surest order first, the earlier words above the later ones.
function storiesOf(links) {
  const grouped = new Map();
  links.forEach(l => index(grouped, l.type + '|' + l.theme, l));
  const weight = l => [SURE[l.certainty] ?? 3, l.closure === 'closed by record' ? 0 : l.closure === 'said to be done' ? 1 : 2];
  return [...grouped.values()].map(list => [...list].sort((a, b) => weight(a)[0] - weight(b)[0] || weight(a)[1] - weight(b)[1] || (a.source + a.target < b.source + b.target ? -1 : 1)))
    .sort((a, b) => weight(a[0])[0] - weight(b[0])[0] || weight(a[0])[1] - weight(b[0])[1] || themeName(a[0].theme).localeCompare(themeName(b[0].theme)));
}
function story(list, level) {
  const [first, ...rest] = list, again = first.type === 'RECURS_IN', theme = themes.get(first.theme) || { name: first.theme || '' };
  const head = again ? AGAIN[first.closure] || 'seen again' : 'seen improved';
  const words = () => [pair(first), rest.length ? more(rest) : null];
  const seen = new Set(list.map(l => l.target)).size, earlier = new Set(list.map(l => l.source)).size;
  return el('article', { cls: 'story' + (again ? '' : ' better') }, el(level || 'h3', {}, link(told(short(theme.name, 90)), path('theme', first.theme)), el('span', { cls: 'head' }, ': ' + head)),
    el('p', { cls: 'hint' }, count(earlier, 'earlier statement') + ', ' + count(seen, 'later learning point') + ' · order ' + ({ confirmed: 'confirmed', probable: 'probable', possible: 'possible only: the dates do not prove it' }[first.certainty] || first.certainty) + ' · suggested by software'),
    theme.group === 'Harm to the child' ? el('details', {}, el('summary', {}, 'Show the words; they may tell of harm to a child'), words()) : words());
}
function pair(l) {
  return el('div', { cls: 'pair' }, el('ol', { cls: 'lines' }, line(source(l), bodies(source(l))), line(target(l), bodies(target(l)))), el('p', { cls: 'why' }, l.why ? capital(short(l.why, 600)) : null, ' ', link('Follow the thread', path('thread', l.source))));
}
function more(rest) {
  const shown = 10, box = el('details', {}, el('summary', {}, count(rest.length, 'more pair') + ' on this theme'));
  box.addEventListener('toggle', () => { if (box.open && box.children.length === 1) put(box, rest.slice(0, shown).map(pair), rest.length > shown ? el('p', {}, shown + ' of ' + rest.length + ' shown; the theme’s page lists every statement.') : null); });
  return box;
}
function listOfStories(stories, none, most) {
  if (!stories.length) return el('p', { cls: 'silent' }, none);
  const box = el('div', {}, stories.slice(0, most).map(s => story(s)));
  if (stories.length > most) { const rest = button('Show more (' + most + ' of ' + stories.length + ' shown)', () => { rest.remove(); put(box, stories.slice(most).map(s => story(s))); }); put(box, rest); }
  return box;
}
function againView(main) {
  const again = storiesOf(held.links.filter(l => l.type === 'RECURS_IN')), better = storiesOf(held.links.filter(l => l.type === 'IMPROVED_IN'));
  const claimed = again.filter(s => s[0].closure !== 'none stated').length, sure = again.filter(s => s[0].certainty !== 'possible').length;
  put(main, el('h2', { tabindex: '-1' }, 'What was seen again'),
    el('p', { cls: 'lead' }, again.length ? count(again.length, 'theme') + ' came back in later learning: ' + claimed + ' after something was said to be done, ' + (again.length - claimed) + ' with nothing said to be done. For ' + sure + ' of them the dates make the order probable or sure; for the others the dates do not prove it.' : 'Nothing in the loaded documents was seen again.'),
    el('p', { cls: 'hint' }, 'All of this is suggested by software and confirmed by nobody unless it says so. A later finding does not by itself prove that an action failed.'),
    listOfStories(again, 'Nothing in the loaded documents was seen again. That does not show that it was mended.', 15),
    el('h2', {}, 'What was seen improved'), listOfStories(better, 'No later test in the loaded documents shows an improvement.', 15));
}
