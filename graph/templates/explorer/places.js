// Reviews and partnerships. Partnerships stand in alphabetical order and are never ranked; a case has no number as heading.
function ref(f) { return [meaning(f), f.when, bodies(f), reference(f)].filter(Boolean).join(' · '); }
function reviewsView(main) {
  const list = held.facts.filter(f => f.kind === 'review');
  put(main, el('h2', { tabindex: '-1' }, 'Reviews'), el('p', { cls: 'lead' }, count(list.length, 'account') + ' of reviews in the loaded documents. Two accounts may tell of the same review; links between children are left out of this page.'));
  const card = f => el('li', {}, link(told(short(f.text, 90)), path('review', f.id)), el('span', { cls: 'more' }, [meaning(f), f.when, f.text === SERIOUS && f.printed ? short(f.printed, 40) : ''].filter(Boolean).join(' · ')));
  const rows = byPartnership(list), most = Math.max(3, Math.floor(CARDS / Math.max(1, rows.length)));
  rows.forEach(row => {
    const all = inTime(row.facts), cards = el('ul', { cls: 'cards' }, all.slice(0, most).map(card));
    const more = all.length > most ? button('Show all ' + all.length + ' (' + most + ' shown)', () => { more.remove(); put(cards, all.slice(most).map(card)); cards.children[most].querySelector('a').focus(); }) : null;
    put(main, el('h3', {}, told(short(row.name, 120))), cards, more);
  });
  if (!list.length) put(main, el('p', { cls: 'silent' }, 'No review is told of in the loaded documents.'));
}
const SERIOUS = 'Serious incident', CARDS = 200;
function reviewView(main, id) {
  const review = facts.get(id);
  if (!review || review.kind !== 'review') return missing(main, 'review');
  const to = (...types) => inTime([...new Set(leading(id, ...types).map(target))]), kind = (list, k) => list.filter(f => f.kind === k);
  const learning = kind(to('IDENTIFIES'), 'learning'), tests = inTime([...new Set(arriving(id, 'TESTS', 'FOLLOWS_UP').map(source))]), steps = thread(id);
  put(main, el('p', { cls: 'crumb' }, link('Reviews', 'reviews')), el('h2', { tabindex: '-1' }, told(short(review.text, 120))), el('p', { cls: 'lead' }, ref(review)),
    review.only_in_tracker ? el('p', { cls: 'hint' }, 'This review is named only in the tracker; no report of it is loaded.') : null,
    el('p', { cls: 'hint' }, 'What happened to the child is not retold here; it stands in the published document.', review.agencies && review.agencies.length ? ' Agencies involved: ' + short(review.agencies.join(', '), 400) + '.' : ''),
    sentenceBox(review),
    el('p', {}, link('Follow the thread in time', path('thread', id), 'act'), ' ', button('Where it is told', () => choose(review))),
    section('What needs to improve, and other learning', learning.filter(f => f.code !== 'good-practice'), 'No learning is stated.', 20),
    section('Done well', learning.filter(f => f.code === 'good-practice'), 'Nothing is stated as done well.', 20),
    section('Recommended', to('MAKES'), 'No recommendation is stated.', 20), section('Actions', to('LED_TO'), 'No action is stated.', 20),
    section('Tests and reviews that follow it up', tests, 'No later test is stated.', 10));
  const found = inTime(tests.flatMap(t => leading(t.id, 'IDENTIFIES').map(target)));
  put(main, forks(found));
  const views = to('RECEIVED'), evidence = to('EVIDENCED_BY');
  if (evidence.length) put(main, section('Evidence offered', evidence, '', 10));
  if (views.length) put(main, section('Views of it', views, '', 10));
  const about_ = [...new Set([review, ...learning].flatMap(f => f.themes.filter(t => t.polarity !== 'absent').map(t => t.theme)))];
  if (about_.length) put(main, el('h3', {}, 'Themes (suggested)'), themeLinks(about_));
}
// What the tests that follow a review found: each point wanting goes on, or not, by itself.
function forks(found) {
  const wanting = found.filter(f => (f.retested || []).length), rest = found.filter(f => !wanting.includes(f)), of = again => wanting.filter(f => f.retested[0].again === again);
  const how = f => f.retested.map(r => (facts.has(r.test) ? short(facts.get(r.test).text, 90) + ': ' : '') + r.found).join('; ');
  return [wanting.length ? el('section', {}, el('h3', {}, 'What those tests found wanting, and whether it was tested again (' + wanting.length + ')'), el('p', { cls: 'hint' }, 'The thread forks here: each point goes on by itself. Suggested by software from the words of the test that may follow; a person decides.'),
    ['yes', 'in part', 'not stated'].map(again => el('div', { cls: 'fork' }, el('h4', {}, capital(AGAIN_TESTED[again]) + ' (' + of(again).length + ')'), of(again).length ? lines(of(again), 8, how) : el('p', { cls: 'silent' }, 'None.')))) : null,
  rest.length ? section('What those tests found', rest, '', 20) : null];
}
// How many documents tell of a partnership; one that has none is only named in those of others.
function documentsOf(id) {
  const own = held.documents.filter(d => d.bodies.includes(id)).length;
  return own ? count(own, 'document') : 'no document of its own is loaded; others name it';
}
function partnershipsView(main) {
  put(main, el('h2', { tabindex: '-1' }, 'Partnerships'), el('p', { cls: 'lead' }, 'In alphabetical order. What is published differs from one to the next, so the numbers cannot be compared.'),
    el('ul', { cls: 'cards' }, held.partnerships.map(p => el('li', {}, link(told(short(p.name, 120)), path('partnership', p.id)), el('span', { cls: 'more' }, documentsOf(p.id) + (p.kind === 'joint' ? ' · several that publish together; not split' : ''))))));
}
