// The four sentences: Recommended · Done · Shown to work · Seen again. Silence is said, never filled.
const both = (list, id) => list.length + ', ' + confirmed(list, id) + ' confirmed';
function best(links) { return [...links].sort((a, b) => (SURE[a.certainty] ?? 3) - (SURE[b.certainty] ?? 3))[0]; }

// Of a theme (id), or of the facts of one thread where `id` is null. → [{name, state, text, facts}]
function fourSentences(list, links, id) {
  const of = kind => list.filter(f => f.kind === kind);
  const marked = found => (id ? ' (' + both(found, id) + ')' : '');
  return [recommendedSentence(of('recommendation'), marked, id), doneSentence(list, of('action'), marked), shownSentence(list, links), againSentence(links)];
}
function recommendedSentence(made, marked, id) {
  const known = made.filter(f => f.code === 'stated');
  if (known.length) return { name: 'Recommended', state: 'stated', text: count(known.length, 'recommendation') + (id ? ' on this theme' : '') + marked(known) + '.', facts: known };
  if (made.length) return { name: 'Recommended', state: 'in part', text: 'Recommendations exist; their text is in none of the loaded documents.', facts: made };
  return { name: 'Recommended', state: 'not stated', text: 'No loaded document makes a recommendation' + (id ? ' on this theme.' : ' here.'), facts: [] };
}
function doneSentence(list, actions, marked) {
  const done = actions.filter(isDone), planned = actions.filter(f => !isDone(f));
  const closing = new Map(list.filter(f => f.kind === 'closed').map(f => [f.id, f]));
  list.forEach(f => leading(f.id, 'HAS_STATUS').forEach(l => closing.set(l.target, target(l))));
  const proven = done.filter(f => leading(f.id, 'EVIDENCED_BY').length || f.code === 'complete-evidenced' || f.code === 'embedded').length;
  const parts = [];
  if (done.length) parts.push(count(done.length, 'action') + ' said to be done' + marked(done), proven ? 'evidence stated for ' + proven : 'evidence not stated');
  if (planned.length) parts.push(count(planned.length, done.length ? 'more' : 'action', done.length ? 'more' : 'actions') + ' planned, under way or with no status stated' + marked(planned));
  if (!parts.length) return { name: 'Done', state: closing.size ? 'closed by record' : 'not stated', text: closing.size ? count(closing.size, 'closing record') + '.' : 'No loaded document says what was done.', facts: [...closing.values()] };
  parts.push(closing.size ? count(closing.size, 'closing record') : 'no closing record');
  return { name: 'Done', state: closing.size ? 'closed by record' : done.length ? 'said to be done' : 'not said to be done', text: parts.join('; ') + '.', facts: [...closing.values(), ...done, ...planned] };
}
function shownSentence(list, links) {
  const better = links.filter(l => l.type === 'IMPROVED_IN').map(target);
  const found = list.filter(f => f.kind === 'learning' && arriving(f.id, 'IDENTIFIES').some(l => source(l).kind === 'test'));
  const bad = found.filter(f => f.code === 'shortfall' || f.code === 'barrier'), good = [...new Set([...found.filter(f => f.code === 'good-practice'), ...better])];
  const proof = list.filter(f => f.kind === 'evidence' && ['E3', 'E4', 'E5'].includes(f.code)), weak = list.filter(f => f.kind === 'evidence' && !proof.includes(f));
  const name = 'Shown to work', tests = list.filter(f => f.kind === 'test');
  if (good.length && bad.length) return { name, state: 'two accounts', text: 'Tests of practice found ' + count(good.length, 'thing') + ' done well and ' + bad.length + ' that need' + (bad.length === 1 ? 's' : '') + ' to improve.', facts: [...good, ...bad] };
  if (bad.length) return { name, state: 'found wanting', text: 'Tested, and found wanting: ' + count(bad.length, 'finding') + ' of what needs to improve.', facts: bad };
  if (good.length) return { name, state: 'seen improved', text: 'Tested, and found done well: ' + count(good.length, 'finding') + '.', facts: good };
  if (proof.length) return { name, state: 'in part', text: count(proof.length, 'piece') + ' of evidence: ' + [...new Set(proof.map(meaning))].join(', ') + '.', facts: proof };
  if (tests.length) return { name, state: 'not stated', text: count(tests.length, 'test') + ' of practice; what was found is not stated here.', facts: tests };
  if (weak.length) return { name, state: 'not shown', text: count(weak.length, 'piece') + ' of evidence offered, no test of practice.', facts: weak };
  return { name, state: 'not stated', text: 'No loaded document tests it.', facts: [] };
}
function againSentence(links) {
  const again = links.filter(l => l.type === 'RECURS_IN'), seen = [...new Set(again.map(l => l.target))].map(i => facts.get(i));
  if (!seen.length) return { name: 'Seen again', state: 'not seen again', text: 'Not in the loaded documents; that does not show that it was mended.', facts: [] };
  const sure = best(again).certainty;
  return { name: 'Seen again', state: LIKE[sure] || sure, text: (sure === 'possible' ? 'Possibly, in ' + count(seen.length, 'later learning point') + '; the dates do not prove the order' : 'Yes, in ' + count(seen.length, 'later learning point') + '; the order is at best ' + sure) + '. That does not by itself prove that an action failed.', facts: seen };
}
const SIGN = { 'not stated': '○', 'not seen again': '○', 'not shown': '○', 'not said to be done': '◔', 'in part': '◐', 'two accounts': '◑', possibly: '◐', stated: '●', 'said to be done': '◐', 'closed by record': '●', 'seen improved': '●', 'found wanting': '▲', probably: '▲', surely: '▲' };
function sentenceBox(list) {
  return el('dl', { cls: 'four' }, list.map(s => el('div', { cls: 'sentence' },
    el('dt', {}, s.name, el('span', { cls: 'state' }, el('span', { 'aria-hidden': 'true' }, (SIGN[s.state] || '○') + ' '), s.state)),
    el('dd', {}, s.text, s.facts.length ? el('details', {}, el('summary', {}, 'Show the words', el('span', { cls: 'unseen' }, ' of ' + s.name)), lines(inTime(s.facts), 5)) : null))));
}
