// Everything as a table: search that knows other words for a theme, filters with counts, CSV of what is found.
const plainly = text => text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[’‘]/g, "'").replace(/[-‐‑–/]/g, ' ').replace(/\s+/g, ' ').trim();
let searched = null;
function searchable() {
  if (!searched) searched = new Map(held.facts.map(f => [f.id, plainly([f.text, f.name || '', ...f.evidence.map(e => e.quote)].join(' '))]));
  return searched;
}
function themesMeant(words) {
  if (words.length < 3) return [];
  return held.themes.filter(t => [t.name, ...(t.also || [])].some(name => { const said = plainly(name); return said.includes(words) || (said.length > 5 && words.includes(said)); }));
}
let sorted = null;
function ordered() { return sorted || (sorted = inTime(held.facts)); }
if (window.requestIdleCallback) requestIdleCallback(() => { tally(); ordered(); searchable(); });
// What is about two themes at once: choose one, or both.
function themesChosen(state, changed) {
  const named = [['', 'All'], ...[...themes.values()].filter(t => ofTheme.has(t.id)).map(t => [t.id, t.name]).sort((a, b) => a[1].localeCompare(b[1]))];
  return el('div', { cls: 'fields' }, choice(state, 'theme', 'About', named, changed), choice(state, 'with', 'and about', named, changed));
}
function onTheme(id) {
  const facts_ = id && new Set(about(id).map(f => f.id));
  return f => !id || facts_.has(f.id);
}
const SHOWN = 100;
function tableView(main, _, params) {
  const state = { q: params.get('q') || '', kind: params.get('kind') || '', theme: params.get('theme') || '', with: params.get('with') || '', ...narrowing(params) };
  const everything = ordered(), result = el('div', {}), meant = el('div', {}), kinds = el('div', { cls: 'kinds' });
  let rows = [], most = SHOWN;
  put(main, el('h2', { tabindex: '-1' }, 'Everything, as a table'), el('fieldset', { cls: 'filters' }, el('legend', {}, 'Show only'), kinds, narrowingFields(state, () => update(true)), themesChosen(state, () => update(true))), meant, result);
  function update(keep) {
    const words = plainly(state.q), found = themesMeant(words), ids = new Set(found.map(t => t.id)), texts = words ? searchable() : null;
    const passes = passing(state), first = onTheme(state.theme), second = onTheme(state.with), hits = everything.filter(f => passes(f) && first(f) && second(f) && (!words || texts.get(f.id).includes(words) || f.themes.some(t => ids.has(t.theme))));
    rows = state.kind ? hits.filter(f => f.kind === state.kind) : hits;
    const counts = new Map(); hits.forEach(f => counts.set(f.kind, (counts.get(f.kind) || 0) + 1));
    const focused = document.activeElement && document.activeElement.dataset.kind;
    kinds.replaceChildren(...['', ...Object.keys(KIND)].filter(k => !k || counts.get(k) || k === state.kind).map(k => { const b = button((k ? KIND[k] : 'All') + ' (' + (k ? counts.get(k) || 0 : hits.length) + ')', () => { state.kind = k; update(true); }, 'toggle'); b.dataset.kind = k || 'all'; b.setAttribute('aria-pressed', String(state.kind === k)); return b; }));
    if (focused) { const again = kinds.querySelector('[data-kind="' + focused + '"]'); if (again) again.focus(); }
    meant.replaceChildren(...(state.q && found.length ? [el('p', { cls: 'hint' }, 'Themes this may mean; statements about them are included:'), themeLinks(found.slice(0, 12).map(t => t.id))] : []));
    most = SHOWN;
    show();
    if (keep) replace('table', '', state);
    say(count(rows.length, 'statement') + ' found');
  }
  function show() {
    const heads = ['When', 'What', 'Words', 'Whose work', 'Where'];
    fill(result, el('p', { cls: 'row' }, el('strong', {}, count(rows.length, 'statement') + marked(rows) + (rows.length > most ? ', the first ' + most + ' shown' : '')), rows.length ? button('Save as CSV', download) : null),
      rows.length ? table('Statements, earliest first', heads, rows.slice(0, most).map(f => [f.when, [KIND[f.kind], el('span', { cls: 'more' }, [meaning(f), byWords(f)].filter(Boolean).join(' · '))], el('button', { type: 'button', cls: 'words', 'data-id': f.id, on: { click: () => choose(f) } }, told(short(f.text, SHORT))), told(short(bodies(f), 120)), told(short(f.evidence.map(place).join('; '), 160))])) : el('p', { cls: 'silent' }, 'Nothing in the loaded documents matches. Try fewer words, or another word for the same.'),
      rows.length > most ? button('Show 100 more', () => { most += SHOWN; show(); }) : null);
  }
  function download() {
    save('golden-thread.csv', new Blob([csv(['when', 'what', 'meaning', 'words', 'whose work', 'themes', 'theme links confirmed', held.mark.short, 'document', 'page', 'line', 'as printed'],
      rows.flatMap(f => f.evidence.map(e => [f.when, KIND[f.kind], meaning(f), f.text, bodies(f), [...new Set(f.themes.map(t => themeName(t.theme)))].join('; '), f.themes.filter(t => t.state === 'confirmed').length + ' of ' + f.themes.length, f.by_wording ? 'yes' : '', e.document, e.page, e.line, e.quote])))], { type: 'text/csv;charset=utf-8' }));
    say('CSV saved: ' + count(rows.length, 'statement'));
  }
  tableView.search = text => { state.q = text; update(true); };
  update(false);
}
