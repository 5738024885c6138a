// What a view is narrowed to: partnership, years, done or not, agency. The table and the overview share it; it stands in the address.
const NARROWED = ['who', 'from', 'to', 'state', 'agency'];
function narrowing(params) { return Object.fromEntries(NARROWED.map(k => [k, params.get(k) || ''])); }
function isNarrowed(state) { return NARROWED.some(k => state[k]); }
function passing(state) {
  return f => {
    const told_ = years(f);
    if (state.who && !f.bodies.includes(state.who)) return false;
    if (state.from && (!told_ || told_[1] < Number(state.from))) return false;
    if (state.to && (!told_ || told_[0] > Number(state.to))) return false;
    if (state.state && !inState(f, state.state)) return false;
    return !state.agency || [f, ...owners(f)].some(o => (o.agencies || []).includes(state.agency));
  };
}
function inState(f, wanted) {
  if (wanted === 'said') return isDone(f);
  if (wanted === 'open') return f.kind === 'action' && !isDone(f);
  if (wanted === 'closed') return f.kind === 'closed' || leading(f.id, 'HAS_STATUS').length > 0;
  return leading(f.id, 'RECURS_IN').length > 0;
}
const STATES = [['', 'All'], ['said', 'Said to be done'], ['open', 'Not said to be done'], ['closed', 'Closed by record'], ['again', 'Seen again later']];
// One control: a list to choose from, whose choice stands in `state`.
function choice(state, key, label, options, changed) {
  return el('div', { cls: 'field' }, el('label', { for: 'f-' + key }, label), el('select', { id: 'f-' + key, on: { change: e => { state[key] = e.target.value; changed(); } } }, options.map(([value, name]) => { const o = el('option', { value }, short(name, 70)); o.selected = value === state[key]; return o; })));
}
// The controls, one for each way to narrow; `changed` is called after each choice.
function narrowingFields(state, changed) {
  const agencies = [...new Set(held.facts.flatMap(f => f.agencies || []))].sort();
  const year = (key, label) => el('div', { cls: 'field' }, el('label', { for: 'f-' + key }, label), el('input', { id: 'f-' + key, type: 'number', min: '1990', max: '2099', value: state[key], on: { change: e => { state[key] = e.target.value; changed(); } } }));
  return el('div', { cls: 'fields' }, choice(state, 'who', 'Partnership', [['', 'All'], ...held.partnerships.map(p => [p.id, p.name])], changed), year('from', 'From year'), year('to', 'To year'), choice(state, 'state', 'Done or not', STATES, changed),
    agencies.length ? choice(state, 'agency', 'Agency involved in the case', [['', 'All'], ...agencies.map(a => [a, a])], changed) : null);
}
