// What came back, told as stories: one a theme, the earlier words above the later ones. First what a record closed, then what was
// said to be done, then the rest; in each the surest order first, then what came back most; a harm to a child comes last of its like.
function storiesOf(links) {
  const grouped = new Map(), SAID = { 'closed by record': 0, 'said to be done': 1 };
  links.forEach(l => index(grouped, l.type + '|' + l.theme, l));
  const weight = l => [SAID[l.closure] ?? 2, SURE[l.certainty] ?? 3, source(l).text.length + target(l).text.length > 400 ? 1 : 0];
  const before = (a, b) => a.map((n, i) => n - b[i]).find(n => n) || 0, group = l => ((themes.get(l.theme) || {}).group === HARM ? 1 : 0);
  const ranked = [...grouped.values()].map(list => list.map(l => [weight(l), l]).sort((a, b) => before(a[0], b[0]) || (a[1].source + a[1].target < b[1].source + b[1].target ? -1 : 1)));
  const rank = list => [...list[0][0].slice(0, 2), group(list[0][1]), -new Set(list.map(pair_ => pair_[1].target)).size];
  return ranked.map(list => [rank(list), list]).sort((a, b) => before(a[0], b[0]) || themeName(a[1][0][1].theme).localeCompare(themeName(b[1][0][1].theme))).map(pair_ => pair_[1].map(w => w[1]));
}
const HARM = 'Harm to the child';
function story(list, level) {
  const [first, ...rest] = list, again = first.type === 'RECURS_IN', theme = themes.get(first.theme) || { name: first.theme || '' };
  const head = again ? AGAIN[first.closure] || 'seen again' : first.type === 'ECHOED_IN' ? 'asked nationally or in another area, seen here' : 'seen improved';
  const words = () => [pair(first), rest.length ? more(rest) : null];
  const seen = new Set(list.map(l => l.target)).size, earlier = new Set(list.map(l => l.source)).size;
  return el('article', { cls: 'story' + (first.type === 'IMPROVED_IN' ? ' better' : '') }, el(level || 'h3', {}, link(told(short(theme.name, 90)), path('theme', first.theme)), el('span', { cls: 'head' }, ': ' + head)),
    el('p', { cls: 'hint' }, count(earlier, 'earlier statement') + ', ' + count(seen, 'later learning point') + marked([...new Set(list.flatMap(l => [source(l), target(l)]))]) + ' · order ' + ({ confirmed: 'confirmed', probable: 'probable', possible: 'possible only: the dates do not prove it' }[first.certainty] || first.certainty) + (first.certainty === 'confirmed' ? ' · a person confirmed it' : ' · suggested by software')),
    theme.group === HARM ? el('details', {}, el('summary', {}, 'Show the words; they may tell of harm to a child'), words()) : words());
}
function pair(l) {
  return el('div', { cls: 'pair' }, el('ol', { cls: 'lines' }, line(source(l), bodies(source(l))), line(target(l), bodies(target(l)))), el('p', { cls: 'why' }, [l.why && capital(short(l.why, 600)), capital(chance(l)), l.after && 'After a recommendation made ' + l.after].filter(Boolean).join(' · '), ' ', link('Follow the thread', path('thread', l.source))));
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
  const claimed = again.filter(s => s[0].closure !== 'none stated').length, sure = again.filter(s => s.some(l => l.certainty !== 'possible')).length;
  put(main, el('h2', { tabindex: '-1' }, 'What was seen again'),
    el('p', { cls: 'lead' }, again.length ? count(again.length, 'theme') + ' came back in later learning: ' + claimed + ' after something was said to be done, ' + (again.length - claimed) + ' with nothing said to be done. For ' + sure + ' of them the dates make the order of at least one pair probable or sure; for the others the dates do not prove it.' : 'Nothing in the loaded documents was seen again.'),
    el('p', { cls: 'hint' }, 'All of this is suggested by software and confirmed by nobody unless it says so. A later finding does not by itself prove that an action failed.'),
    listOfStories(again, 'Nothing in the loaded documents was seen again. That does not show that it was mended.', 15),
    el('h2', {}, 'What was seen improved'), listOfStories(better, 'No later test in the loaded documents shows an improvement.', 15));
}
