// The status page: what the server sends, as it changes, and two things to do about it.

import { byId, describe, element, getJson, number, showIngestion, watchStatus } from './dom.js';

const tiles = [
  ['rows', 'Entries', s => s.index ? number(s.index.rows) : number(s.indexed), s => s.total > s.indexed ? `of ${number(s.total)}` : 'with a vector'],
  ['pending', 'Pending', s => s.index && number(s.index.pending), s => s.index?.pending ? 'searched one by one meanwhile' : 'all in the index'],
  ['recall', 'Recall@10', s => s.index?.measuredRecall?.toFixed(3), s => s.index && `${s.index.measuredRecall == null ? 'not measured yet' : 'measured'}; the target is ${s.index.targetRecall}`],
  ['memory', 'In memory', s => s.index && bytes(s.index.memoryBytes), s => s.index && `${s.index.dimensions} dimensions`],
  ['file', 'On disk', s => s.index && (s.index.fileBytes ? bytes(s.index.fileBytes) : 'none yet'), () => 'the index; the rows are in SQLite'],
  ['age', 'Snapshot', s => s.index?.fileWrittenAt && ago(s.index.fileWrittenAt), s => s.index?.fileWrittenAt ? new Date(s.index.fileWrittenAt).toLocaleString() : 'not written yet'],
  ['rebuilt', 'Last rebuild', s => s.index && (s.index.isRebuilding ? 'now' : s.index.lastRebuild ? ago(s.index.lastRebuild) : 'none'), () => 'since the start'],
  ['throughput', 'Throughput', s => s.throughput ? `${number(s.throughput)}/s` : '', s => s.throughput ? 'stored in a second' : 'nothing is being stored'],
];

const samples = [];
let status = null;

byId('tiles').append(...tiles.map(([id, name]) => {
  const tile = element('dl', 'tile', element('dt', '', name), element('dd', 'value', '–'), element('dd', 'note', ''));
  tile.id = `tile-${id}`;
  return tile;
}));

watchStatus(received => {
  status = received;
  showIngestion(status);
  show();
  if (!status) return;
  byId('source').textContent = describe(status);
  if (status.throughput) samples.push(status.throughput);
  draw();
});
setInterval(show, 1000); // ages grow by themselves

function show() {
  byId('headline').textContent = headline();
  byId('headline').classList.toggle('failed', !status || status.phase === 'failed');
  if (!status) return;
  for (const [id, , value, note] of tiles) {
    const [, shown, said] = byId(`tile-${id}`).children;
    shown.textContent = value(status) || '–';
    said.textContent = note(status) || '';
  }
}

function headline() {
  if (!status) return 'The server does not answer.';
  if (status.phase === 'failed') return 'The ingestion failed.';
  if (!status.searchable) return 'Getting ready.';
  if (!status.ready) return 'Searchable, while the rest is read.';
  if (status.index.isRebuilding) return 'Searchable; the index is being rebuilt.';
  if (status.index.pending) return 'Searchable; the index is catching up.';
  return status.index.measuredRecall < status.index.targetRecall ? 'Searchable; the index finds fewer of the nearest than it is meant to.' : 'All is well.';
}

function draw() {
  byId('chart').hidden = samples.length < 3;
  if (samples.length < 3) return;
  const top = Math.max(...samples);
  const points = samples.map((value, i) => `${(i / (samples.length - 1)) * 100},${30 - (value / top) * 28}`);
  const svg = byId('throughput');
  svg.setAttribute('viewBox', '0 0 100 30');
  svg.replaceChildren(...[['polygon', `0,30 ${points.join(' ')} 100,30`], ['polyline', points.join(' ')]].map(([name, at]) => {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', name);
    shape.setAttribute('points', at);
    shape.setAttribute('vector-effect', 'non-scaling-stroke');
    return shape;
  }));
  byId('chart-note').textContent = `At most ${number(top)} a second.`;
}

async function act(button, doing, address, told) {
  const outcome = byId('outcome');
  for (const other of document.querySelectorAll('.action')) other.disabled = true;
  outcome.className = '';
  outcome.textContent = doing;
  const started = performance.now();
  try {
    const answer = await getJson(address, { method: 'POST' });
    const { text, good } = told(answer, ((performance.now() - started) / 1000).toFixed(1));
    outcome.textContent = text;
    outcome.className = good ? 'good' : 'bad';
  } catch (error) {
    outcome.textContent = error.message;
    outcome.className = 'bad';
  } finally {
    for (const other of document.querySelectorAll('.action')) other.disabled = false;
    button.focus();
  }
}

byId('verify').addEventListener('click', event => act(event.target, 'Comparing the index with the rows.', '/api/index/verify', (answer, seconds) => ({
  good: answer.healthy,
  text: answer.healthy ? `Healthy: ${number(answer.checked)} of ${number(answer.rows)} rows were found, in ${seconds} s.` : answer.problems.join(' '),
})));

byId('rebuild').addEventListener('click', event => act(event.target, 'Building the index anew. Leaving this page stops it.', '/api/index/rebuild', (answer, seconds) => ({
  good: true,
  text: `Built anew from ${number(answer.index.rows)} rows in ${seconds} s; recall ${answer.index.measuredRecall?.toFixed(3) ?? 'not measured'}.`,
})));

function bytes(count) {
  return count < 1e6 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toFixed(count < 1e7 ? 1 : 0)} MB`;
}

function ago(time) {
  const seconds = Math.max(0, (Date.now() - new Date(time)) / 1000);
  if (seconds < 90) return `${Math.round(seconds)} s ago`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h ago` : `${Math.round(seconds / 86400)} days ago`;
}
