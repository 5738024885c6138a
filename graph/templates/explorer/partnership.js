// One partnership: its documents, two accounts of the same thing, and what became of its promises.
function partnershipView(main, id) {
  const body = partnerships.get(id);
  if (!body) return missing(main, 'partnership');
  const own = held.facts.filter(f => f.bodies.includes(id)), of = k => inTime(own.filter(f => f.kind === k)), docs = held.documents.filter(d => d.bodies.includes(id));
  put(main, el('p', { cls: 'crumb' }, link('Partnerships', 'partnerships')), el('h2', { tabindex: '-1' }, told(short(body.name, 120))),
    body.kind === 'joint' ? el('p', { cls: 'hint' }, 'Several partnerships publish together here; what is said cannot be split between them.') : null,
    docs.length ? el('ul', { cls: 'plainlist' }, docs.map(documentLine)) : el('p', { cls: 'silent' }, capital(documentsOf(id)) + '.'));
  if (!docs.length && !own.length) return null; // that nothing is told of it is no silence of its own
  put(main, el('section', {}, el('h3', {}, 'Two accounts'), accounts(own)), ledger(of('action').filter(f => f.promise)));
  put(main, section('Said to be done', of('action').filter(isDone), 'Nothing is said to be done.', 8),
    section('Recommended', of('recommendation'), 'No recommendation is stated.', 8), section('Tests of practice', of('test'), 'No test is stated.', 8), section('Reviews', of('review'), 'No review is told of.', 8, reference), section('Learning', of('learning'), 'No learning is stated.', 10));
  const named = [...new Set(of('learning').flatMap(f => f.themes.filter(t => t.polarity !== 'absent').map(t => t.theme)))];
  if (named.length) put(main, el('h3', {}, 'Themes of its learning (suggested)'), themeLinks(named));
}
function documentLine(d) {
  const old = (d.editions || []).map(e => 'replaces an earlier edition' + (e.on ? ' (' + dayOf(e.on) + ')' : '') + (e.gone ? ', of which this one has not: ' + e.gone : ''));
  return el('li', {}, told(short(d.name, 200)), el('span', { cls: 'more' }, ' ' + (d.when === 'date not stated' ? d.when : 'published ' + d.when)), [d.address, d.licence, ...old].filter(Boolean).map(t => told(short(t, 300), 'more')));
}
// What was promised and what later documents tell of it; what went silent comes first.
function ledger(promises) {
  const became = f => leading(f.id, 'BECAME').length || (f.again || []).length, looked = f => f.looked || [];
  const silent = promises.filter(f => !became(f) && looked(f).length && looked(f).every(l => l.outcome === 'silent')), near = promises.filter(f => !became(f) && looked(f).some(l => l.outcome !== 'silent'));
  const told_ = promises.filter(became), none = promises.filter(f => !became(f) && !looked(f).length);
  const later = f => [...new Set(looked(f).map(l => l.document + ': ' + l.why))].join(' '), as = f => leading(f.id, 'BECAME').map(l => l.kind + (l.change ? ' (' + l.change + ')' : '') + ', in ' + target(l).evidence.map(place).join('; ') + ': “' + short(target(l).text, 200) + '”').join(' · ');
  return [section('Promised, and a later document is silent', silent.reverse(), 'No promise is met with silence in a later document that could have told of it.', 8, later),
    section('Promised, and told of later', told_, 'No later document tells of a promise.', 8, as), near.length ? section('Promised; perhaps told in other words', near, '', 8, later) : null,
    section('Promised; no later document that could tell of it is loaded', none, 'None.', 5)];
}
// Two statements to read beside each other; neither is taken to be right.
const ACCOUNTS = ['two authors', 'one test, two accounts', 'same author, two emphases'];
const NAMED_ACCOUNTS = { 'two authors': 'Two authors', 'one test, two accounts': 'One test, two accounts', 'same author, two emphases': 'The same author, two emphases' };
function accounts(own) {
  const pairs = own.flatMap(f => leading(f.id, 'DIFFERS_FROM'));
  if (!pairs.length) return el('p', { cls: 'silent' }, 'No two views on one thing were found in the loaded documents; that is not agreement.');
  const boxes = ACCOUNTS.flatMap(kind => {
    const by = new Map();
    pairs.filter(l => l.kind === kind).forEach(l => index(by, l.source, l));
    return [...by].map(([view, list]) => el('div', { cls: 'accounts' }, el('h4', {}, NAMED_ACCOUNTS[kind]), el('div', {}, el('p', { cls: 'hint' }, 'Needs to improve'), lines([facts.get(view)], 1, f => f.evidence[0] && f.evidence[0].heading ? 'under “' + short(f.evidence[0].heading, 120) + '”' : '')),
      el('div', {}, el('p', { cls: 'hint' }, 'Done well, or said to be done'), lines(inTime(list.map(target)), 3, f => linked({ ...list.find(l => l.target === f.id), kind: '' })))));
  });
  return [el('p', { cls: 'hint' }, 'Put side by side by software, by themes and words; many pairs turn out not to differ. A person decides.'), ...boxes];
}
