// The four sentences: Recommended · Done · Shown to work · Seen again. They are worked out where the page is written, by the
// rules of `goldenthread trace`; here they are shown. Silence is said, never filled.
const both = (list, id) => list.length + ', ' + confirmed(list, id) + ' confirmed' + marked(list);
function best(links) { return [...links].sort((a, b) => (SURE[a.certainty] ?? 3) - (SURE[b.certainty] ?? 3))[0]; }
const SIGN = { 'not stated': '○', 'not seen again': '○', 'not shown': '○', 'not said to be done': '◔', 'in part': '◐', 'two accounts': '◑', possibly: '◐', stated: '●', 'said to be done': '◐', 'said to be done in part': '◒', 'closed in part': '◕', 'closed by record': '●', 'seen improved': '●', 'found done well': '●', 'found wanting': '▲', probably: '▲', surely: '▲' };
// Of a fact or theme; for a theme (id) each says how many of its statements a person confirmed, and how many were taken by their words alone.
function sentenceBox(thing, id) {
  return el('dl', { cls: 'four' }, thing.four.map(i => held.sentences[i]).map(s => {
    const rests = s.facts.map(i => held.facts[i]);
    return el('div', { cls: 'sentence' }, el('dt', {}, s.name, el('span', { cls: 'state' }, el('span', { 'aria-hidden': 'true' }, (SIGN[s.state] || '○') + ' '), s.state)),
      el('dd', {}, s.text, id && rests.length ? el('span', { cls: 'more' }, 'Statements on this theme: ' + both(rests, id)) : null,
        rests.length ? el('details', {}, el('summary', {}, 'Show the words', el('span', { cls: 'unseen' }, ' of ' + s.name)), lines(inTime(rests), 5, id && bodies)) : null));
  }));
}
