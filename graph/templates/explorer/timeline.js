// A picture of time: one band a row, one bar a fact from the first to the last day it can have been. The list beside it
// holds the same, so the picture itself is one image to a screen reader.
const SVG = 'http://www.w3.org/2000/svg';
const LETTER = { learning: 'L', recommendation: 'R', action: 'A', evidence: 'E', test: 'T', view: 'V', closed: 'C', review: 'S' };
const HUE = { learning: '#1D5FA8', recommendation: '#7A3E9D', action: '#00703C', evidence: '#A34700', test: '#505A5F', view: '#6B4E00', closed: '#0B2A4A', review: '#B10E1E' };
const LABELS = 170, UNDATED = 96, LANE = 20, MOST_LANES = 8;
function svg(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([k, v]) => made.setAttribute(k, v));
  return put(made, ...children);
}
function day(text) { return Date.parse(text) / 864e5; }
function span(f, least, most) { return [f.since ? day(f.since) : f.until ? least : null, f.until ? day(f.until) : f.since ? most : null]; }

// rows: [{name, facts, gap}]; `gap` is said where a row is empty.
function timeline(heading, rows) {
  const dated = rows.flatMap(r => r.facts).flatMap(f => [f.since, f.until]).filter(Boolean).map(day);
  const width = Math.max(560, Math.min(1100, (document.getElementById('main').clientWidth || 860) - 42));
  const first = dated.length ? Math.floor(new Date(Math.min(...dated) * 864e5).getUTCFullYear()) : 2000;
  const last = dated.length ? new Date(Math.max(...dated) * 864e5).getUTCFullYear() + 1 : first + 1;
  const least = day(first + '-01-01'), most = day(last + '-01-01');
  const right = width - UNDATED, at = d => LABELS + ((d - least) / (most - least)) * (right - LABELS - 8);
  const picture = svg('svg', { width, role: 'img', 'aria-label': heading + '. The list below holds the same.' });
  let y = 26, kinds = new Set();
  const years = [], step = Math.max(1, Math.ceil((last - first) / Math.max(2, Math.floor((right - LABELS) / 54))));
  for (let year = first; year < last; year += step) years.push(year);
  const bands = [];
  for (const row of rows) {
    const lanes = [], drawn = [], left = [];
    for (const f of inTime(row.facts)) {
      let [from, to] = span(f, least, most);
      const x1 = from === null ? right + 8 : at(from), x2 = to === null ? right + 28 : Math.max(at(to), x1 + 18);
      let lane = lanes.findIndex(end => end + 3 < x1);
      if (lane < 0) lane = lanes.length;
      if (lane >= MOST_LANES) { left.push(f); continue; }
      lanes[lane] = x2;
      drawn.push({ f, x1, x2, lane, open: !f.since || !f.until });
      kinds.add(f.kind);
    }
    const title = wrap(rowName(row.name), 22, 3), height = Math.max(lanes.length * LANE + (left.length ? 18 : 0), title.length * 15, LANE) + 10;
    bands.push(svg('rect', { x: 0, y, width, height, fill: bands.length % 2 ? '#ffffff' : '#f3f6f9' }));
    const band = svg('g', {});
    title.forEach((words, i) => put(band, svg('text', { x: 6, y: y + 18 + i * 15, class: 'rowname' }, words)));
    if (!row.facts.length) put(band, svg('rect', { x: LABELS, y: y + 6, width: right - LABELS - 8, height: LANE - 2, class: 'gap' }), svg('text', { x: LABELS + 8, y: y + 20, class: 'small' }, row.gap));
    drawn.forEach(d => put(band, bar(d, y + 5 + d.lane * LANE)));
    if (left.length) put(band, svg('text', { x: LABELS, y: y + height - 6, class: 'small' }, left.length + ' more in the list below'));
    bands.push(band);
    y += height;
  }
  const lines = years.flatMap(year => [svg('line', { x1: at(day(year + '-01-01')), x2: at(day(year + '-01-01')), y1: 22, y2: y, class: 'year' }), svg('text', { x: at(day(year + '-01-01')) + 3, y: 16, class: 'small' }, year)]);
  const bare = bands.filter(b => b.tagName === 'rect'), full = bands.filter(b => b.tagName !== 'rect');
  put(picture, bare, lines, svg('line', { x1: right, x2: right, y1: 4, y2: y, class: 'edge' }), svg('text', { x: right + 6, y: 16, class: 'small' }, 'no date'), full);
  picture.setAttribute('height', y + 2);
  picture.setAttribute('viewBox', '0 0 ' + width + ' ' + (y + 2));
  const legend = [...kinds].map(k => el('li', {}, el('span', { cls: 'letter letter-' + k, 'aria-hidden': 'true' }, LETTER[k]), KIND[k]));
  return el('figure', { cls: 'time' }, el('figcaption', {}, heading + '. A bar runs from the first to the last day it can have been.'),
    el('div', { cls: 'wide', tabindex: '0', role: 'region', 'aria-label': heading + ', picture' }, picture), el('ul', { cls: 'legend' }, legend));
}
function bar({ f, x1, x2, open }, y) {
  const g = svg('g', { class: 'bar' }, svg('title', {}, KIND[f.kind] + (f.by_wording ? ', ' + byWords(f) : '') + ', ' + f.when + ': ' + short(f.text, 120)),
    svg('rect', { x: x1, y, width: x2 - x1, height: LANE - 4, rx: 2, fill: HUE[f.kind], 'fill-opacity': 0.22, stroke: HUE[f.kind], 'stroke-dasharray': open ? '4 3' : 'none' }),
    svg('rect', { x: x1, y, width: 16, height: LANE - 4, rx: 2, fill: HUE[f.kind] }), svg('text', { x: x1 + 8, y: y + 12.5, class: 'mark' }, LETTER[f.kind]));
  g.addEventListener('click', () => choose(f));
  return g;
}
// The name of a partnership without the words that all of them share.
function rowName(name) { return name.replace(/\s+(local\s+)?safeguarding\s+(children|partnership|board).*$/i, '') || name; }
function wrap(text, most, lines) {
  const made = [''];
  short(text, 200).split(/\s+/).forEach(word => { const line = made[made.length - 1]; if (!line || (line + ' ' + word).length <= most) made[made.length - 1] = (line ? line + ' ' : '') + short(word, most); else made.push(short(word, most)); });
  return made.length > lines ? [...made.slice(0, lines - 1), short(made[lines - 1], most - 2) + ' …'] : made;
}
