// Making elements. Text from documents only ever becomes a text node, never markup.
const KEYS = { cls: 'className', id: 'id', type: 'type', href: 'href', title: 'title', value: 'value', checked: 'checked' };
function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined) continue;
    if (key === 'on') Object.entries(value).forEach(([event, act]) => made.addEventListener(event, act));
    else if (key in KEYS) made[KEYS[key]] = value;
    else made.setAttribute(key, value);
  }
  return put(made, ...children);
}
function put(parent, ...children) {
  for (const child of children.flat(2)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return parent;
}
function fill(parent, ...children) { parent.replaceChildren(); return put(parent, ...children); }
// A text of unknown direction, kept from turning the words around it.
function told(text, cls) { return el('bdi', { cls: cls || null }, text); }
function short(text, most) {
  const letters = Array.from(text.slice(0, most * 2 + 2));
  if (letters.length <= most && text.length <= letters.join('').length) return text;
  const cut = letters.slice(0, most).join(''), space = cut.lastIndexOf(' ');
  return cut.slice(0, space > most * 0.7 ? space : cut.length).trimEnd() + ' …';
}
function button(text, act, cls) { return el('button', { type: 'button', cls: cls || null, on: { click: act } }, text); }
function link(text, place, cls) { return el('a', { href: '#' + place, cls: cls || null }, text); }
function count(n, one, many) { return n + ' ' + (n === 1 ? one : many || one + 's'); }
function say(text) { document.getElementById('status').textContent = text; }
function capital(text) { return text ? text[0].toUpperCase() + text.slice(1) : text; }
// On a phone each row stands as a block, every cell under its head's name (style.css); the roles keep it a table for readers.
function table(caption, heads, rows) {
  const cell = (told, i) => i ? el('td', { role: 'cell', 'data-head': heads[i] }, told) : el('th', { scope: 'row', role: 'rowheader' }, told);
  return el('div', { cls: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { role: 'table' }, el('caption', {}, caption),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads.map(h => el('th', { scope: 'col', role: 'columnheader' }, h)))),
      el('tbody', { role: 'rowgroup' }, rows.map(cells => el('tr', { role: 'row' }, cells.map(cell))))));
}
function save(name, blob) {
  const url = URL.createObjectURL(blob), a = el('a', { href: url });
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
// A file a spreadsheet opens: marked as UTF-8, and no cell can become a formula.
function csv(heads, rows) {
  const cell = value => { const text = String(value ?? ''); return '"' + (/^[=+\-@\t\r]/.test(text) ? "'" : '') + text.replace(/"/g, '""') + '"'; };
  return '\uFEFF' + [heads, ...rows].map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
