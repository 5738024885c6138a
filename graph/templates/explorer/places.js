// Reviews and partnerships. Partnerships stand in alphabetical order and are never ranked; a case has no number as heading.
function ref(f) { return [meaning(f), f.when, bodies(f), f.printed && f.printed !== f.text ? 'reference ' + short(f.printed, 40) : ''].filter(Boolean).join(' · '); }
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
    el('p', { cls: 'hint' }, 'What happened to the child is not retold here; it stands in the published document.', review.agencies && review.agencies.length ? ' Agencies involved: ' + short(review.agencies.join(', '), 400) + '.' : ''),
    sentenceBox(fourSentences(steps.map(s => s.fact), steps.filter(s => s.row === 'later' && s.link).map(s => s.link), null)),
    el('p', {}, link('Follow the thread in time', path('thread', id), 'act'), ' ', button('Where it is told', () => choose(review))),
    section('What needs to improve, and other learning', learning.filter(f => f.code !== 'good-practice'), 'No learning is stated.', 20),
    section('Done well', learning.filter(f => f.code === 'good-practice'), 'Nothing is stated as done well.', 20),
    section('Recommended', to('MAKES'), 'No recommendation is stated.', 20), section('Actions', to('LED_TO'), 'No action is stated.', 20),
    section('Tests and reviews that follow it up', tests, 'No later test is stated.', 10));
  const found = inTime(tests.flatMap(t => leading(t.id, 'IDENTIFIES').map(target)));
  if (found.length) put(main, section('What those tests found', found, '', 20));
  const views = to('RECEIVED'), evidence = to('EVIDENCED_BY');
  if (evidence.length) put(main, section('Evidence offered', evidence, '', 10));
  if (views.length) put(main, section('Views of it', views, '', 10));
  const about_ = [...new Set([review, ...learning].flatMap(f => f.themes.filter(t => t.polarity !== 'absent').map(t => t.theme)))];
  if (about_.length) put(main, el('h3', {}, 'Themes (suggested)'), themeLinks(about_));
}
function partnershipsView(main) {
  put(main, el('h2', { tabindex: '-1' }, 'Partnerships'), el('p', { cls: 'lead' }, 'In alphabetical order. What is published differs from one to the next, so the numbers cannot be compared.'),
    el('ul', { cls: 'cards' }, held.partnerships.map(p => el('li', {}, link(told(short(p.name, 120)), path('partnership', p.id)), el('span', { cls: 'more' }, count(held.documents.filter(d => d.bodies.includes(p.id)).length, 'document') + (p.kind === 'joint' ? ' · several that publish together; not split' : ''))))));
}
function partnershipView(main, id) {
  const body = partnerships.get(id);
  if (!body) return missing(main, 'partnership');
  const own = held.facts.filter(f => f.bodies.includes(id)), of = k => inTime(own.filter(f => f.kind === k)), docs = held.documents.filter(d => d.bodies.includes(id));
  const silent = of('action').filter(f => f.promise && !f.again.length), again = of('action').filter(f => f.promise && f.again.length);
  put(main, el('p', { cls: 'crumb' }, link('Partnerships', 'partnerships')), el('h2', { tabindex: '-1' }, told(short(body.name, 120))),
    body.kind === 'joint' ? el('p', { cls: 'hint' }, 'Several partnerships publish together here; what is said cannot be split between them.') : null,
    el('ul', { cls: 'plainlist' }, docs.map(d => el('li', {}, told(short(d.name, 200)), el('span', { cls: 'more' }, ' published ' + d.when)))));
  put(main, el('section', {}, el('h3', {}, 'Two accounts'), accounts(of('view'), [...of('action').filter(isDone), ...of('evidence')])));
  const later = f => docs.filter(d => d.since && f.until && d.since > f.until).length;
  put(main, section('Promised, and nothing more is said', silent, 'No promise without a later word is in the loaded documents.', 8, f => (later(f) ? count(later(f), 'later document') + ' loaded' : 'no later document is loaded')),
    section('Promised again', again, 'No promise is made twice.', 8), section('Said to be done', of('action').filter(isDone), 'Nothing is said to be done.', 8),
    section('Recommended', of('recommendation'), 'No recommendation is stated.', 8), section('Tests of practice', of('test'), 'No test is stated.', 8), section('Reviews', of('review'), 'No review is told of.', 8), section('Learning', of('learning'), 'No learning is stated.', 10));
  const named = [...new Set(of('learning').flatMap(f => f.themes.filter(t => t.polarity !== 'absent').map(t => t.theme)))];
  if (named.length) put(main, el('h3', {}, 'Themes of its learning (suggested)'), themeLinks(named));
}
// Views that differ: on one theme, something done well or said to be done, and a view that it needs to improve.
function accounts(views, done) {
  const grouped = new Map();
  [...views, ...done].forEach(v => new Set(v.themes.map(t => t.theme)).forEach(t => index(grouped, t, v)));
  const told_ = [...grouped].map(([t, list]) => [t, list.filter(v => v.kind !== 'view' || v.printed === 'good-practice'), list.filter(v => v.kind === 'view' && (v.printed === 'shortfall' || v.printed === 'barrier'))]).filter(([, good, bad]) => good.length && bad.length).sort((a, b) => themeName(a[0]).localeCompare(themeName(b[0])));
  if (!told_.length) return el('p', { cls: 'silent' }, views.length ? 'The views in the loaded documents do not differ on any one theme.' : 'No views are stated in the loaded documents.');
  return told_.map(([t, good, bad]) => el('div', { cls: 'accounts' }, el('h4', {}, link(told(short(themeName(t), 80)), path('theme', t)), new Set([...good, ...bad].map(v => v.kind + v.code)).size === 1 ? el('span', { cls: 'hint' }, ' one side, two emphases') : null),
    el('div', {}, el('p', { cls: 'hint' }, 'Done well, or said to be done'), lines(good, 3)), el('div', {}, el('p', { cls: 'hint' }, 'Needs to improve'), lines(bad, 3))));
}
