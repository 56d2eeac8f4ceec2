// The page keeps its state in the address, so that a search can be linked to and gone back to.

const byId = id => document.getElementById(id);
const form = byId('search');
const fields = ['q', 'kind', 'assembly'];
const typingPause = 150;

let ready = false;
let running;
let typing;

async function getJson(address, options) {
  const response = await fetch(address, options);
  const body = await response.json();
  if (!response.ok) {
    throw new Error(Object.values(body.errors ?? {}).flat().join(' ') || body.detail || body.title);
  }
  return body;
}

async function search() {
  running?.abort();
  const query = new URLSearchParams();
  for (const name of fields) {
    const value = byId(name).value.trim();
    if (value) query.set(name, value);
  }
  history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  if (!query.has('q')) {
    byId('results').replaceChildren();
    byId('message').textContent = '';
    return;
  }

  if (!ready) {
    byId('message').textContent = 'Not ready yet: the answer follows as soon as it can be given.';
    return;
  }

  running = new AbortController();
  try {
    const answer = await getJson(`/api/search?${query}`, { signal: running.signal });
    byId('results').replaceChildren(...answer.results.map(row));
    const times = `embedding ${answer.embeddingMilliseconds.toFixed(2)} ms, search ${answer.searchMilliseconds.toFixed(2)} ms`;
    byId('message').textContent = answer.message ?? `${answer.results.length} nearest: ${times}`;
  } catch (error) {
    if (error.name === 'AbortError') return;
    byId('results').replaceChildren();
    byId('message').textContent = error.message;
  }
}

// Everything from the documentation goes in as text, never as markup.
function row(result) {
  const item = document.createElement('li');
  item.title = result.id;
  const heading = element('h2', '', result.name);
  item.append(element('span', 'kind', result.kind), heading);
  item.append(element('p', '', result.summary || 'No summary.'));
  item.append(element('p', 'place', `${result.namespace} · ${result.assembly} · distance ${result.distance.toFixed(3)}`));
  return item;
}

function element(name, className, text) {
  const created = document.createElement(name);
  if (className) created.className = className;
  created.textContent = text;
  return created;
}

async function watch() {
  let next = 500;
  try {
    const status = await getJson('/api/status');
    show(status);
    if (status.ready && !ready) {
      ready = true;
      await loadFacets();
      search();
    }
    if (status.ready) next = status.pending > 0 ? 2000 : 0;
  } catch {
    byId('status').textContent = 'The server does not answer.';
    next = 2000;
  }
  if (next) setTimeout(watch, next);
}

function show(status) {
  byId('ingestion').hidden = status.ready;
  byId('phase').textContent = status.message;
  byId('progress').hidden = status.phase === 'failed';
  if (status.phase === 'storing') {
    byId('progress').max = status.total;
    byId('progress').value = status.indexed;
  } else {
    byId('progress').removeAttribute('value');
  }

  const parts = [`${status.indexed.toLocaleString()} of ${status.total.toLocaleString()} members`];
  if (status.source) parts.push(status.source);
  if (status.embedding) parts.push(status.embedding);
  if (status.pending > 0) parts.push('the index is being built; answers are exact meanwhile, and slower');
  if (status.measuredRecall) parts.push(`measured recall ${status.measuredRecall.toFixed(3)}`);
  byId('status').textContent = parts.join(' · ');
}

async function loadFacets() {
  const facets = await getJson('/api/facets');
  fill(byId('kind'), facets.kinds);
  fill(byId('assembly'), facets.assemblies);
}

function fill(select, facets) {
  const wanted = new URLSearchParams(location.search).get(select.name);
  for (const { value, count } of facets) {
    select.add(new Option(`${value} (${count.toLocaleString()})`, value, false, value === wanted));
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  search();
});
byId('q').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(search, typingPause);
});
byId('kind').addEventListener('change', search);
byId('assembly').addEventListener('change', search);

byId('q').value = new URLSearchParams(location.search).get('q') ?? '';
watch();
