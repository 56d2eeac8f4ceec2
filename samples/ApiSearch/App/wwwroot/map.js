// The map: every entry is a point, coloured by its assembly; what is near says something alike.

import { byId, button, element, number, showIngestion, watchStatus } from './dom.js';
import { Search } from './search.js';

// The biggest assemblies have a strong colour of their own, hues far from each other; the rest are paler, and share.
const hues = [258, 28, 190, 130, 350, 80, 225, 310];
const canvas = byId('map');
const context = canvas.getContext('2d', { alpha: false });
const tip = byId('tip');
const search = new Search({ k: 50 });

let map = null; // { rows, x, y, group, groups, byRow, order, grid }
let colours = null;
let view = { x: 0, y: 0, scale: 1 }; // what is in the middle, pixels for one unit, and whether that is because everything is to be seen
let lit = new Map(); // row -> place among the results
let only = -1;
let frame = 0;

/** The server's form: the length of a JSON header, the header, padding to 4, then the columns: row, x, y, group. */
function read(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const n = header.count;
  let at = Math.ceil((4 + length) / 4) * 4;
  const rows = new Int32Array(buffer, at, n);
  const x = new Int16Array(buffer, at += 4 * n, n);
  const y = new Int16Array(buffer, at += 2 * n, n);
  const group = new Uint16Array(buffer, at += 2 * n, n);
  const byRow = new Map();
  rows.forEach((row, i) => byRow.set(row, i));

  // A grid of 256 x 256 cells finds the points under the pointer.
  const cells = Array.from({ length: n }, (_, i) => cell(x[i], y[i]));
  const starts = new Uint32Array(65537);
  for (const c of cells) starts[c + 1]++;
  for (let c = 0; c < 65536; c++) starts[c + 1] += starts[c];
  const next = starts.slice();
  const order = new Uint32Array(n);
  cells.forEach((c, i) => { order[next[c]++] = i; });
  return { rows, x, y, group, groups: header.groups, byRow, starts, order };
}

const cell = (x, y) => ((y + 32768) >> 8) * 256 + ((x + 32768) >> 8);

function palette() {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    || (document.documentElement.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = css => {
    paint.fillStyle = css;
    paint.fillRect(0, 0, 1, 1);
    return paint.getImageData(0, 0, 1, 1).data;
  };
  const colour = (hue, chroma) => `oklch(${dark ? 0.76 : 0.56} ${chroma} ${hue})`;
  const css = map.groups.map((_, group) => group < hues.length ? colour(hues[group], 0.15) : colour(group * 137.5 % 360, 0.05));
  const paper = getComputedStyle(document.body).backgroundColor;
  colours = {
    css,
    rgb: css.map(rgb),
    paper: rgb(paper),
    ring: paper,
    lit: getComputedStyle(document.querySelector('.logo')).color,
  };
}

function resize() {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  if (view.whole) whole();
  draw();
}

function whole() {
  // Beside the panel, or between it and the legend on a narrow page.
  const ratio = canvas.width / canvas.clientWidth;
  const [panel, legend] = [byId('panel'), document.querySelector('.legend')];
  const wide = canvas.clientWidth > 832;
  const left = wide ? (panel.offsetLeft + panel.offsetWidth) * ratio : 0;
  const top = wide ? 0 : (panel.offsetTop + panel.offsetHeight) * ratio;
  const bottom = wide ? canvas.height : legend.offsetTop * ratio;
  const scale = Math.min(canvas.width - left, bottom - top) / 65536 * 0.96;
  view = { x: -left / 2 / scale, y: (canvas.height - top - bottom) / 2 / scale, scale, whole: true };
  draw();
}

function draw() {
  if (map) frame ||= requestAnimationFrame(paint);
}

// Pixels are written by hand: a call of the canvas for each of 83,000 points would take longer than a frame.
function paint() {
  frame = 0;
  const { width, height } = canvas;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const word = ([r, g, b]) => (255 << 24 | b << 16 | g << 8 | r) >>> 0;
  pixels.fill(word(colours.paper));

  const { x, y, group } = map;
  const ratio = devicePixelRatio || 1;
  const size = Math.max(1, Math.min(8, Math.round(ratio * 1.1 * Math.sqrt(view.scale / (Math.min(width, height) / 65536)))));
  const dim = lit.size > 0 || only >= 0;
  const shade = colours.rgb.map(([r, g, b]) => {
    const part = dim ? 0.45 : 1;
    return word([r, g, b].map((v, i) => Math.round(v * part + colours.paper[i] * (1 - part))));
  });
  const full = colours.rgb.map(word);
  const left = width / 2 - view.x * view.scale;
  const top = height / 2 - view.y * view.scale;
  for (let i = 0; i < x.length; i++) {
    const px = (left + x[i] * view.scale) | 0;
    const py = (top + y[i] * view.scale) | 0;
    if (px < 0 || py < 0 || px >= width - size || py >= height - size) continue;
    const colour = (group[i] === only ? full : shade)[group[i]];
    for (let row = py * width + px, end = row + size * width; row < end; row += width) pixels.fill(colour, row, row + size);
  }

  context.putImageData(image, 0, 0);
  for (const [row, place] of [...lit].reverse()) {
    const i = map.byRow.get(row);
    if (i === undefined) continue;
    context.beginPath();
    context.arc(left + x[i] * view.scale, top + y[i] * view.scale, ratio * (place < 10 ? 6 : 4), 0, 2 * Math.PI);
    context.fillStyle = colours.lit;
    context.fill();
    context.lineWidth = ratio * 1.5;
    context.strokeStyle = colours.ring;
    context.stroke();
  }
}

/** Where a place of the page lies on the map. */
function locate(clientX, clientY) {
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  return {
    x: ((clientX - box.left) * ratio - canvas.width / 2) / view.scale + view.x,
    y: ((clientY - box.top) * ratio - canvas.height / 2) / view.scale + view.y,
  };
}

function zoom(factor, at = view) {
  const least = Math.min(canvas.width, canvas.height) / 65536 * 0.5;
  const scale = Math.max(least, Math.min(least * 400, view.scale * factor));
  const kept = view.scale / scale;
  view = { x: at.x - (at.x - view.x) * kept, y: at.y - (at.y - view.y) * kept, scale };
  draw();
}

function pan(dx, dy) {
  const ratio = canvas.width / canvas.clientWidth;
  view = { x: view.x - dx * ratio / view.scale, y: view.y - dy * ratio / view.scale, scale: view.scale };
  draw();
}

function nearest({ x, y }, reach) {
  let found = -1;
  let best = reach * reach;
  const clamp = value => Math.max(0, Math.min(255, (value + 32768) >> 8));
  for (let cy = clamp(y - reach); cy <= clamp(y + reach); cy++) {
    for (let cx = clamp(x - reach); cx <= clamp(x + reach); cx++) {
      for (let at = map.starts[cy * 256 + cx]; at < map.starts[cy * 256 + cx + 1]; at++) {
        const i = map.order[at];
        const d = (map.x[i] - x) ** 2 + (map.y[i] - y) ** 2;
        if (d <= best) [best, found] = [d, i];
      }
    }
  }
  return found;
}

// Hovering asks the server for a name, once it rests on a point.
const names = new Map();
let hovered = -1;
let resting;

function hover(event) {
  if (!map) return;
  const ratio = canvas.width / canvas.clientWidth;
  const i = nearest(locate(event.clientX, event.clientY), 8 * ratio / view.scale);
  tip.style.left = `${Math.min(event.offsetX + 14, canvas.clientWidth - 260)}px`;
  tip.style.top = `${Math.min(event.offsetY + 14, canvas.clientHeight - 110)}px`;
  if (i === hovered) return;
  hovered = i;
  tip.hidden = true;
  clearTimeout(resting);
  if (i >= 0) resting = setTimeout(() => name(map.rows[i], i), 60);
}

async function name(row, i) {
  if (!names.has(row)) {
    const response = await fetch(`/api/members/${row}`);
    if (!response.ok) return;
    names.set(row, await response.json());
  }
  if (hovered !== i) return;
  const { name: shown, kind, namespace, assembly, summary } = names.get(row);
  tip.replaceChildren(element('b', '', shown), element('span', '', `${kind} · ${namespace || assembly}`), summary.slice(0, 160));
  tip.hidden = false;
}

const pointers = new Map();
canvas.addEventListener('pointerdown', event => {
  canvas.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, event);
});
canvas.addEventListener('pointermove', event => {
  const before = pointers.get(event.pointerId);
  if (!before) return hover(event);
  const other = [...pointers.values()].find(p => p.pointerId !== event.pointerId);
  if (other) {
    const distance = p => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY);
    zoom(distance(event) / distance(before), locate((event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2));
  } else {
    pan(event.clientX - before.clientX, event.clientY - before.clientY);
  }
  pointers.set(event.pointerId, event);
});
for (const type of ['pointerup', 'pointercancel']) canvas.addEventListener(type, event => pointers.delete(event.pointerId));
canvas.addEventListener('pointerleave', () => {
  hovered = -1;
  clearTimeout(resting);
  tip.hidden = true;
});
canvas.addEventListener('wheel', event => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * 0.0015), locate(event.clientX, event.clientY));
}, { passive: false });
canvas.addEventListener('keydown', event => {
  const act = {
    ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60),
    '+': () => zoom(1.4), '=': () => zoom(1.4), '-': () => zoom(1 / 1.4), 0: whole,
  }[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
byId('zoom-in').addEventListener('click', () => zoom(1.6));
byId('zoom-out').addEventListener('click', () => zoom(1 / 1.6));
byId('zoom-all').addEventListener('click', whole);

function showLegend() {
  const rest = map.groups.slice(hues.length).reduce((sum, g) => sum + g.count, 0);
  const entries = map.groups.slice(0, hues.length).map((g, i) => [g.name, g.count, i]);
  byId('legend').replaceChildren(...entries.map(([name, count, group]) => {
    const swatch = element('span', 'swatch');
    swatch.style.background = colours.css[group];
    const made = button('', '', () => {
      only = only === group ? -1 : group;
      for (const other of byId('legend').querySelectorAll('button')) other.setAttribute('aria-pressed', other === made && only >= 0);
      draw();
    });
    made.setAttribute('aria-pressed', only === group);
    made.append(swatch, element('span', 'value', name), element('span', 'count', number(count)));
    return element('li', '', made);
  }), ...(rest > 0 ? [element('li', 'rest', `and ${number(map.groups.length - hues.length)} more, paler: ${number(rest)}`)] : []));
}

async function load() {
  const response = await fetch('/api/map');
  if (response.status !== 200) return false;
  map = read(await response.arrayBuffer());
  canvas.dataset.points = map.rows.length;
  palette();
  showLegend();
  resize();
  whole();
  return true;
}

const input = byId('q');
input.addEventListener('input', () => search.type(input.value));
byId('search').addEventListener('submit', event => {
  event.preventDefault();
  search.run();
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== input) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if (event.key === 'Escape' && document.activeElement === input) {
    event.preventDefault();
    input.value = '';
    search.choose({ q: '', like: '' });
  }
});
search.addEventListener('changed', () => {
  if (document.activeElement !== input) input.value = search.state.q;
  if (search.state.like) input.placeholder = `like ${search.state.like.slice(2)}`;
  for (const link of document.querySelectorAll('[data-keeps-query]')) link.search = location.search;
});
search.addEventListener('cleared', () => light([], ''));
search.addEventListener('failed', ({ detail }) => light([], detail.status === 503 ? '' : detail.message));
search.addEventListener('answered', ({ detail }) => light(detail.results, detail.message ?? `${detail.results.length} nearest, lit up.`));

function light(results, message) {
  lit = new Map(results.map((result, place) => [result.row, place]));
  canvas.dataset.lit = lit.size;
  byId('message').textContent = message;
  byId('results').replaceChildren(...results.slice(0, 20).map(result => element('li', '', (() => {
    const spot = button('spot', result.name, () => {
      const i = map?.byRow.get(result.row);
      if (i === undefined) return;
      view = { x: map.x[i], y: map.y[i], scale: Math.max(view.scale, Math.min(canvas.width, canvas.height) / 65536 * 6) };
      draw();
    });
    spot.append(element('small', '', `${result.namespace || result.assembly} · ${result.distance.toFixed(3)}`));
    return spot;
  })())));
  if (view.whole) whole(); // beside the results, not under them
  draw();
}

addEventListener('resize', resize);
addEventListener('themechange', () => {
  if (!map) return;
  palette();
  showLegend();
  draw();
});

let asking = false;
watchStatus(async status => {
  showIngestion(status);
  if (!status?.searchable) return;
  search.retry();
  if (map || asking) return;
  asking = true;
  while (!await load()) {
    byId('message').textContent ||= 'The map is being drawn for the first time.';
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
  if (lit.size === 0) byId('message').textContent = '';
});
search.restore();
