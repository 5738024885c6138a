'use strict';
(() => {
  const held = JSON.parse(document.getElementById('data').textContent);
  const main = document.getElementById('main'), side = document.getElementById('side'), search = document.getElementById('search');
  const themes = new Map(held.themes.map(t => [t.id, t]));
  const things = new Map([...held.points.map(p => [p.id, { ...p, kind: 'learning' }]), ...held.steps.map(s => [s.id, s])]);
  const KIND = { learning: 'Learning', recommendation: 'Recommended', action: 'Action', evidence: 'Evidence' };
  const WORDS = { shortfall: 'what needs to improve', 'good-practice': 'good practice', absent: 'stated as not present', barrier: 'barrier', 'not-stated': 'topic only' };
  const STATUS = { 'complete-evidence-awaited': 'said to be done; evidence not stated', 'complete-evidenced': 'done, with evidence', 'under-way': 'under way', 'not-started': 'planned', embedded: 'held at re-test', overdue: 'overdue', 'at-risk': 'at risk', 'on-track': 'on track', paused: 'paused', superseded: 'superseded', cancelled: 'cancelled', 'not-stated': 'status not stated' };
  const GRADE = { E0: 'said so', E1: 'done', E2: 'people reached', E3: 'practice tested', E4: 'better for children', E5: 'lasting' };

  function el(name, text, cls) { const e = document.createElement(name); if (text !== undefined && text !== null) e.textContent = text; if (cls) e.className = cls; return e; }
  function put(parent, ...children) { children.forEach(c => c && parent.appendChild(c)); return parent; }
  function button(text, act) { const b = el('button', text); b.type = 'button'; b.addEventListener('click', act); return b; }
  function place(e) { return e.document + (e.page ? ', page ' + e.page : e.line ? ', line ' + e.line : ''); }
  function when(x) { if (!x.from) return 'date not stated'; const a = x.from.slice(0, 7), b = (x.to || x.from).slice(0, 7); return a === b ? a : a + ' to ' + b; }
  function told(x) { return x.kind === 'learning' ? WORDS[x.polarity] : x.kind === 'action' ? STATUS[x.status] || '' : x.kind === 'evidence' ? GRADE[x.grade] || '' : ''; }

  function show(x) {
    side.replaceChildren(el('h2', KIND[x.kind]), el('p', x.text));
    put(side, el('p', when(x) + (told(x) ? ' · ' + told(x) : '') + (x.bodies.length ? ' · ' + x.bodies.join(', ') : '')));
    if (x.told && x.told.length) put(side, el('p', 'Told in: ' + x.told.join(', ')));
    put(side, el('h3', 'As printed'));
    x.evidence.forEach(e => put(side, put(el('blockquote'), el('span', '“' + e.quote + '”'), el('cite', place(e) + (e.heading ? ', under “' + e.heading + '”' : '')))));
    if (x.themes.length) { put(side, el('h3', 'Themes (suggested)')); x.themes.forEach(t => put(side, button((themes.get(t) || { name: t }).name, () => go('theme', t)), document.createTextNode(' '))); }
  }
  function line(x) { const li = el('li'); put(li, el('span', when(x), 'tag'), el('span', KIND[x.kind], 'tag'), button(x.text, () => show(x))); return li; }

  function story(edge) {
    const from = things.get(edge.source), to = things.get(edge.target);
    if (!from || !to) return null;
    const again = edge.kind === 'RECURS_IN', box = el('article', null, 'story');
    const head = again ? (edge.closure === 'none stated' ? 'Seen again' : edge.closure === 'said to be done' ? 'Said to be done, seen again' : 'Closed by record, seen again') : 'Seen improved';
    put(box, el('h3', (themes.get(edge.theme) || { name: '' }).name + ': ' + head.toLowerCase()));
    put(box, put(el('ol'), line(from), line(to)), el('p', 'Certainty: ' + edge.certainty + '. ' + (edge.why || '')));
    return box;
  }
  function list(edges, title, none) { put(main, el('h2', title)); const made = edges.map(story).filter(Boolean); if (made.length) put(main, ...made); else put(main, el('p', none)); }

  const views = {
    again() {
      put(main, el('p', 'Learning that came back, and learning that was later seen to have improved. A later finding does not by itself prove that an action failed.'));
      list(held.again.filter(e => e.kind === 'RECURS_IN').sort((a, b) => (b.closure !== 'none stated') - (a.closure !== 'none stated')), 'Seen again', 'Nothing loaded was seen again.');
      list(held.again.filter(e => e.kind === 'IMPROVED_IN'), 'Seen improved', 'No later test in the loaded documents shows an improvement.');
    },
    overview() {
      put(main, el('h2', 'Themes that share learning points'));
      const legend = el('ul', null, 'legend');
      held.overview.groups.forEach(g => { const li = el('li'), s = el('span', null, 'swatch'); s.style.background = g.colour; put(legend, put(li, s, el('span', g.name + ' (' + g.shape + ')'))); });
      const box = el('div'); box.id = 'net'; box.setAttribute('role', 'img'); box.setAttribute('aria-label', 'Network of themes; the table below holds the same');
      put(main, legend, box, themeTable(held.themes));
      const net = new vis.Network(box, { nodes: new vis.DataSet(held.overview.nodes), edges: new vis.DataSet(held.overview.edges) },
        { physics: false, interaction: { hover: true }, nodes: { font: { size: 26 } }, edges: { color: { color: '#c4c9ce' }, smooth: false } });
      net.once('afterDrawing', () => net.fit()); net.on('click', p => p.nodes.length && go('theme', p.nodes[0]));
    },
    theme(id) {
      const theme = themes.get(id); if (!theme) return views.overview();
      put(main, el('h2', theme.name), el('p', theme.points + ' learning points, ' + theme.confirmed + ' confirmed. ' + (theme.also && theme.also.length ? 'Also called: ' + theme.also.join(', ') + '.' : '')));
      const mine = [...things.values()].filter(x => x.themes.includes(id)).sort((a, b) => (a.from || '9').localeCompare(b.from || '9'));
      put(main, put(el('ol'), ...mine.map(line)));
      list(held.again.filter(e => e.theme === id), 'What came back', 'Nothing on this theme was seen again or seen improved in the loaded documents.');
    },
    table(words) {
      const wanted = (words || '').toLowerCase();
      const hit = x => !wanted || (x.text + ' ' + x.themes.map(t => { const th = themes.get(t); return th ? th.name + ' ' + (th.also || []).join(' ') : t; }).join(' ')).toLowerCase().includes(wanted);
      const rows = [...things.values()].filter(hit), shown = rows.slice(0, 300), table = el('table'), body = el('tbody');
      put(table, el('caption', rows.length + ' found' + (rows.length > shown.length ? ', the first ' + shown.length + ' shown' : '')));
      const head = el('tr'); ['What', 'When', 'Words', 'Where'].forEach(h => { const th = el('th', h); th.scope = 'col'; put(head, th); });
      shown.forEach(x => { const tr = el('tr'), td = el('td'); put(td, button(x.text, () => show(x))); put(body, put(tr, el('td', KIND[x.kind]), el('td', when(x)), td, el('td', x.evidence.map(place).join('; ')))); });
      put(main, el('h2', 'Everything, as a table'), put(table, put(el('thead'), head), body));
    },
  };
  function themeTable(list) {
    const table = el('table'), body = el('tbody'), head = el('tr');
    ['Theme', 'Group', 'Learning points', 'Confirmed'].forEach(h => { const th = el('th', h); th.scope = 'col'; put(head, th); });
    list.forEach(t => { const td = el('td'); put(td, button(t.name, () => go('theme', t.id))); put(body, put(el('tr'), td, el('td', t.group), el('td', t.points), el('td', t.confirmed))); });
    return put(table, el('caption', 'The same as a table'), put(el('thead'), head), body);
  }
  function draw() {
    const [view, ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
    main.replaceChildren(); (views[view] || views.again)(rest.join('/'));
    document.querySelectorAll('nav button').forEach(b => b.setAttribute('aria-current', String(b.dataset.view === (views[view] ? view : 'again'))));
  }
  function go(view, arg) { const hash = '#' + encodeURIComponent(view + (arg ? '/' + arg : '')); if (location.hash === hash) draw(); else location.hash = hash; main.focus(); }
  document.querySelectorAll('nav button').forEach(b => b.addEventListener('click', () => go(b.dataset.view)));
  search.addEventListener('input', () => { history.replaceState(null, '', '#' + encodeURIComponent('table/' + search.value)); draw(); });
  window.addEventListener('hashchange', draw);
  document.addEventListener('keydown', e => { if (e.key === '/' && document.activeElement !== search) { e.preventDefault(); search.focus(); } });
  side.replaceChildren(el('h2', 'Words and sources'), el('p', 'Choose any line to see the exact words, the document and the page.'));
  if (held.around && !location.hash) location.hash = '#' + encodeURIComponent('theme/' + held.around);
  draw();
})();
