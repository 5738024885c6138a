// Places and keys: every view has an address, so that links, back and forward work; every function works by keyboard.
const VIEWS = { again: againView, overview: overviewView, theme: themeView, thread: threadView, reviews: reviewsView, review: reviewView, partnerships: partnershipsView, partnership: partnershipView, table: tableView };
const IN_NAV = { review: 'reviews', partnership: 'partnerships', theme: 'overview', thread: 'again' };
const main = document.getElementById('main'), search = document.getElementById('search');
let drawn = null, cameFrom = null, latest = '';

function path(view, id, params) {
  const asked = new URLSearchParams(Object.entries(params || {}).filter(([, v]) => v)).toString();
  return view + (id ? '/' + encodeURIComponent(id) : '') + (asked ? '?' + asked : '');
}
function where() {
  const [whole, asked] = location.hash.slice(1).split('?'), [view, id] = whole.split('/');
  let read = '';
  try { read = decodeURIComponent(id || ''); } catch { read = ''; }
  return { view: VIEWS[view] ? view : 'again', id: read, params: new URLSearchParams(asked || '') };
}
function go(view, id) { location.hash = path(view, id); }
function replace(view, id, params) { history.replaceState(null, '', '#' + path(view, id, params)); drawn = key(where()); latest = location.hash; }
function key(at) { const rest = new URLSearchParams(at.params); rest.delete('at'); return at.view + '/' + at.id + '?' + rest; }
// The words of a fact, with an address of their own; focus goes to them, and back again.
function choose(f) {
  const at = where();
  cameFrom = document.activeElement;
  at.params.set('at', f.id);
  location.hash = path(at.view, at.id, Object.fromEntries(at.params));
  if (location.hash === latest) showWords(at.params.get('at'), true);
}
function unchoose() {
  const at = where();
  at.params.delete('at');
  location.hash = path(at.view, at.id, Object.fromEntries(at.params));
  if (cameFrom && cameFrom.isConnected) cameFrom.focus(); else focusHeading();
}
function showWords(id, focus) {
  const f = id && facts.get(id);
  if (!f) { noWords(); return; }
  words(f);
  if (focus) document.getElementById('chosen').focus();
}
function focusHeading() { const head = main.querySelector('h2'); if (head) head.focus(); }
function draw(first) {
  latest = location.hash;
  const at = where(), now = key(at);
  if (now !== drawn) {
    drawn = now;
    main.replaceChildren();
    VIEWS[at.view](main, at.id, at.params);
    const tab = VIEWS[at.view] && (IN_NAV[at.view] || at.view);
    document.querySelectorAll('nav a').forEach(a => { if (a.getAttribute('href') === '#' + tab) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current'); });
    const head = main.querySelector('h2');
    document.title = (head ? short(head.textContent, 60) + ' – ' : '') + 'Golden Thread';
    if (document.activeElement !== search) search.value = at.params.get('q') || '';
    if (!first && !at.params.get('at')) { focusHeading(); window.scrollTo(0, 0); }
  }
  showWords(at.params.get('at'), !first);
}
search.addEventListener('input', () => {
  if (where().view === 'table') { tableView.search(search.value); return; }
  history.pushState(null, '', '#' + path('table', '', { q: search.value }));
  draw(true);
});
search.addEventListener('keydown', e => { if (e.key === 'Enter') { const found = main.querySelector('.words, .chip'); if (found) found.focus(); } });
document.getElementById('skip').addEventListener('click', e => { e.preventDefault(); focusHeading(); });
document.addEventListener('keydown', e => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey) { e.preventDefault(); search.focus(); }
  if (e.key === 'Escape' && where().params.get('at')) unchoose();
});
window.addEventListener('hashchange', () => draw(document.activeElement === search));
put(document.getElementById('foot'), el('p', {}, count(held.documents.length, 'document') + ', ' + count(held.facts.filter(f => f.kind === 'learning').length, 'learning point') + (held.load.loaded ? ' · loaded ' + held.load.loaded + ', codebook ' + held.load.codebook : '') + '.'),
  el('p', {}, 'Left out of this page: children’s details, the course of events, links between children, and the names of officials who gave a view. Nothing here was fetched from or sent to anywhere.'));
if (held.start && !location.hash) history.replaceState(null, '', '#' + path(...held.start.split(/\/(.*)/s)));
draw(true);
