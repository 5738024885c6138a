// The overview: a picture of the most told themes and the same as a table. The picture is drawn at scale 1, never zoomed.
const GLYPH = { dot: '●', square: '■', triangle: '▲', diamond: '◆', star: '★', hexagon: '⬢', triangleDown: '▼' };
const ROUND = { dot: 'round', square: 'square', triangle: 'triangle', diamond: 'diamond', star: 'star', hexagon: 'hexagon', triangleDown: 'triangle pointing down' };
function overviewView(main, _, params) {
  const map = held.overview, off = new Set(), state = narrowing(params), all = held.themes.filter(t => (ofTheme.get(t.id) || []).length), points_ = held.facts.filter(f => f.kind === 'learning');
  put(main, el('h2', { tabindex: '-1' }, 'Themes that share learning'));
  if (!map.nodes.length) return put(main, el('p', { cls: 'silent' }, 'No learning point in the loaded documents is about a theme yet.'));
  const box = el('div', { id: 'net', tabindex: '0', role: 'group', 'aria-label': 'Picture of themes. Arrow keys move from theme to theme, Enter opens one. The table below holds the same.' });
  const holder = el('div', { cls: 'wide' }, box);
  box.style.width = map.width + 'px';
  box.style.height = map.height + 'px';
  const legend = el('ul', { cls: 'legend' }, map.groups.map(g => {
    const icon = el('span', { cls: 'shape', 'aria-hidden': 'true' }, GLYPH[g.shape]);
    icon.style.color = g.colour;
    return el('li', {}, el('label', {}, el('input', { type: 'checkbox', checked: true, on: { change: e => { off[e.target.checked ? 'delete' : 'add'](g.name); filter(); } } }), icon, told(short(g.name, 60)), ' (' + g.themes + ', ' + ROUND[g.shape] + ')'));
  }));
  const total = el('p', { id: 'shown' });
  const twin = el('div', {});
  const narrow = el('details', {}, el('summary', {}, 'Narrow by partnership, years, what was done or agency'), narrowingFields(state, () => { filter(); replace('overview', '', state); }));
  narrow.open = isNarrowed(state);
  put(main, el('fieldset', { cls: 'filters' }, el('legend', {}, 'Show only'), legend, narrow), total, holder,
    el('p', { cls: 'hint' }, 'Size: learning points about the theme' + (marked(points_) ? marked(points_) + ' in all; the table says on which themes' : '') + '. Lines join themes that two or more learning points share; the strongest are drawn. Choose a theme to open it.'), el('p', {}, button('Save the picture (PNG)', picture)), twin);
  let counted = new Map(), told_ = tally(), at = -1;
  const points = id => told_.get(id + '|learning') || NONE;
  const shows = n => !off.has(n.theme_group) && (counted.get(n.id) || [n.about])[0] > 0;
  const order = () => map.nodes.filter(shows).sort((a, b) => a.y - b.y || a.x - b.x);
  // What a narrowing changes in the picture: who is shown, how large, and the counts below the name.
  const drawn = n => ({ id: n.id, hidden: !shows(n), label: n.label.replace(/[^\n]*$/, counts(points(n.id))), size: n.about ? 8 + (n.size - 8) * Math.sqrt(points(n.id)[0] / n.about) : n.size });
  recount();
  const font = { size: 14, color: '#1a1a1a', face: 'Arial, sans-serif', strokeWidth: 4, strokeColor: '#ffffff', vadjust: -2 };
  const nodes = new vis.DataSet(map.nodes.map(n => ({ ...n, ...drawn(n), font })));
  const net = new vis.Network(box, { nodes, edges: new vis.DataSet(map.edges.map((e, i) => ({ ...e, id: i, arrows: '' }))) }, {
    physics: false, autoResize: false, interaction: { dragNodes: false, dragView: false, zoomView: false, hover: false, keyboard: false }, edges: { color: { color: '#d3dae0', highlight: '#0b2a4a' }, smooth: false }, nodes: { borderWidthSelected: 3 } });
  net.moveTo({ position: { x: map.width / 2, y: map.height / 2 }, scale: 1, animation: false });
  box.querySelectorAll('[tabindex]').forEach(inner => inner.setAttribute('tabindex', '-1'));
  box.goldenThread = net;
  net.on('click', p => p.nodes.length && go('theme', p.nodes[0]));
  box.addEventListener('keydown', e => {
    const list = order(), step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 6, ArrowUp: -6 }[e.key];
    if (e.key === 'Enter' && list[at]) go('theme', list[at].id);
    if (!step || !list.length) return;
    e.preventDefault();
    at = at < 0 ? 0 : Math.max(0, Math.min(list.length - 1, at + step));
    net.selectNodes([list[at].id]);
    say(themeName(list[at].id) + ', ' + count(counted.get(list[at].id)[0], 'learning point') + ', ' + counted.get(list[at].id)[1] + ' confirmed');
  });
  function recount() {
    told_ = isNarrowed(state) ? tallied(held.facts.filter(passing(state))) : tally();
    counted = new Map(map.nodes.map(n => [n.id, points(n.id)]));
  }
  function filter() {
    recount();
    nodes.update(map.nodes.map(drawn));
    tell();
  }
  function tell() {
    const shown = order().length, rows = all.filter(t => !off.has(t.group) && (!isNarrowed(state) || KINDS_OF_A_THEME.some(k => told_.has(t.id + '|' + k))));
    total.textContent = count(shown, 'theme') + ' in the picture' + (rows.length > shown ? ', those most told; the table below holds all ' + rows.length + '.' : '.');
    twin.replaceChildren(themeTable('The same as a table', rows, told_));
    say(total.textContent);
  }
  function picture() {
    const drawn = box.querySelector('canvas'), copy = el('canvas'), top = 40;
    copy.width = drawn.width;
    copy.height = drawn.height + top;
    const pen = copy.getContext('2d');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.fillStyle = '#1a1a1a';
    pen.font = '16px Arial';
    pen.fillText('Themes that share learning. ' + total.textContent + ' Suggested links.', 10, 26);
    pen.drawImage(drawn, 0, top);
    copy.toBlob(blob => blob && save('themes.png', blob));
  }
  tell();
}
const NONE = [0, 0, 0];
// What nobody confirmed and only its words tell says so instead of how much of it is confirmed.
function counts([all, sure, words]) { return all + ', ' + (all && all === words ? held.mark.short : sure + ' confirmed'); }
// How many facts of each kind are about each theme, how many of these a person confirmed, and how many were taken by their words
// alone; of all facts, counted once.
const KINDS_OF_A_THEME = ['learning', 'recommendation', 'action'];
let everything = null;
function tally() { return everything || (everything = tallied(held.facts)); }
function tallied(list) {
  const found = new Map();
  for (const f of list) {
    const seen = new Map();
    f.themes.forEach(t => { if (t.polarity !== 'absent') seen.set(t.theme, seen.get(t.theme) || t.state === 'confirmed'); });
    seen.forEach((sure, t) => { const key = t + '|' + f.kind, now = found.get(key) || NONE; found.set(key, [now[0] + 1, now[1] + (sure ? 1 : 0), now[2] + (f.by_wording ? 1 : 0)]); });
  }
  return found;
}
function themeTable(caption, rows, told_) {
  const again = new Map();
  held.links.filter(l => l.type === 'RECURS_IN').forEach(l => index(again, l.theme, l));
  return table(caption, ['Theme', 'Group', 'Learning points', 'Recommendations', 'Actions', 'Seen again'], [...rows].sort((a, b) => a.name.localeCompare(b.name)).map(t => {
    const of = k => { const [all, sure, words] = told_.get(t.id + '|' + k) || NONE; return all ? all + ', ' + sure + ' confirmed' + (words ? ', ' + words + ' ' + held.mark.short : '') : 'none stated'; };
    const sure = again.has(t.id) ? best(again.get(t.id)).certainty : null;
    return [link(told(short(t.name, 80)), path('theme', t.id)), told(short(t.group, 80)), of('learning'), of('recommendation'), of('action'), sure ? 'yes, ' + sure : 'not stated'];
  }));
}
