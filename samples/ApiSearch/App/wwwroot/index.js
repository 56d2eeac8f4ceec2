// The search page. The address holds its state, so that a search can be linked to and gone back to.

import { byId, button, describe, element, showIngestion, watchStatus } from './dom.js';
import { copyName, facetGroups, resultItem } from './results.js';
import { Search } from './search.js';

const examples = [
  'read all lines of a text file', 'parse a date', 'run something on a schedule', 'compare strings ignoring case',
  'compress bytes', 'limit how many tasks run at once', 'convert bytes to hex', 'download a file',
];

const input = byId('q');
const results = byId('results');
const search = new Search({ k: 20, facets: true });
const hint = input.placeholder;
let shown = null;
let announcing;

search.addEventListener('changed', () => {
  const { q, like } = search.state;
  input.placeholder = like ? `like ${like.slice(2).split('(')[0]}` : hint;
  if (input.value !== q && !(document.activeElement === input && input.value.trim() === q.trim())) input.value = q;
  document.title = q || like ? `${like ? `Like ${like.slice(2)}` : q} · API search` : 'API search';
  for (const link of document.querySelectorAll('[data-keeps-query]')) link.search = location.search;
});

search.addEventListener('started', () => results.setAttribute('aria-busy', 'true'));

search.addEventListener('cleared', () => {
  show({ start: true });
  announce('');
});

search.addEventListener('failed', ({ detail: error }) => {
  // Too early is no failure: the answer follows as soon as it can be given, and how far the ingestion is stands above.
  const message = error.status === 503 ? 'The answer comes as soon as the first entries are stored.' : error.message;
  show({ message, title: error.status === 503 ? 'Not yet' : 'No answer', failed: error.status !== 503 });
  announce(message);
});

search.addEventListener('answered', ({ detail: answer }) => {
  const { q, like } = search.state;
  shown = answer;
  results.replaceChildren(...answer.results.map(result => resultItem(result, { like: chooseLike })));
  const title = like ? `Like ${like.slice(2).split('(')[0]}` : answer.message ? 'Nothing found' : `${answer.results.length} nearest`;
  show({ message: answer.message, title, examples: Boolean(answer.message) });
  showFacets(answer.facets);
  showTimes(answer.milliseconds);
  announce(answer.message ?? `${answer.results.length} results ${like ? 'like it' : `for ${q}`}. The first is ${answer.results[0].name}.`);
});

function show({ start = false, examples = start, message = null, title = 'Results', failed = false }) {
  byId('start').hidden = !examples;
  byId('found').hidden = start;
  byId('heading').textContent = title;
  byId('message').textContent = message ?? '';
  byId('message').hidden = !message;
  byId('message').classList.toggle('failed', failed);
  byId('times').hidden = Boolean(message);
  if (start || message) results.replaceChildren();
  if (message) showFacets(null);
  results.removeAttribute('aria-busy');
}

function showFacets(facets) {
  const focused = document.activeElement?.dataset.facet;
  const groups = facetGroups(facets, search.state, change => search.choose(change));
  byId('facets').replaceChildren(...groups);
  if (focused) byId('facets').querySelector(`[data-facet="${CSS.escape(focused)}"]`)?.focus();
  const chosen = search.filters.length;
  byId('filters').textContent = chosen ? `Filters (${chosen})` : 'Filters';
  if (chosen) byId('facets').prepend(button('quiet clear', 'Clear filters', () => search.choose({ kind: '', assembly: '', namespace: '' })));
  if (facets && groups.length > 0) byId('facets').append(element('p', 'note', 'Counted among the 200 nearest.'));
  byId('found').classList.toggle('bare', groups.length === 0);
}

function showTimes(times) {
  const stages = [
    ['embed', times.embedding], ['index', times.index], ['SQL around it', times.search - times.index], ['facets', times.facets], ['total', times.total]];
  byId('times').querySelector('summary').textContent = `${times.total.toFixed(1)} ms`;
  byId('times').querySelector('dl').replaceChildren(...stages.map(([name, value]) =>
    element('div', name === 'total' ? 'total' : '', element('dt', '', name), element('dd', '', `${Math.max(0, value).toFixed(2)} ms`))));
}

/** Said when typing rests, not at every letter. */
function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(() => { byId('announce').textContent = text; }, 600);
}

function chooseLike(result) {
  search.choose({ like: result.id, q: '', kind: '', assembly: '', namespace: '' });
  scrollTo({ top: 0 });
  return focus(input);
}

input.addEventListener('input', () => search.type(input.value));
byId('search').addEventListener('submit', event => {
  event.preventDefault();
  search.run();
});
byId('filters').addEventListener('click', () => {
  const open = byId('filters').getAttribute('aria-expanded') !== 'true';
  byId('filters').setAttribute('aria-expanded', open);
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const item = document.activeElement.closest('.result');
  const handled = document.activeElement === input ? inputKey(event.key) : item ? resultKey(event.key, item) : pageKey(event.key);
  if (handled) event.preventDefault();
});

function pageKey(key) {
  return (key === '/' || key === 'Escape') && focusInput();
}

function inputKey(key) {
  if (key === 'ArrowDown') return focus(results.firstElementChild);
  return key === 'Escape' && clear();
}

function resultKey(key, item) {
  const itself = item === document.activeElement;
  switch (key) {
    case 'ArrowDown': return focus(item.nextElementSibling) || true;
    case 'ArrowUp': return focus(item.previousElementSibling) || focusInput();
    case 'Home': return focus(results.firstElementChild);
    case 'End': return focus(results.lastElementChild);
    // On a button inside it, Enter is the button's.
    case 'Enter': return itself && copy(item);
    case 'm': return itself && chooseLike(shown.results.find(result => result.id === item.dataset.id));
    default: return pageKey(key);
  }
}

function focus(target) {
  target?.focus();
  return Boolean(target);
}

function focusInput() {
  input.select();
  return focus(input);
}

function clear() {
  input.value = '';
  search.choose({ q: '', like: '', kind: '', assembly: '', namespace: '' });
  return true;
}

function copy(item) {
  copyName(item).then(done => announce(`${done} ${item.dataset.copy}`));
  return true;
}

byId('examples').append(...examples.map(text => element('li', '', button('example', text, () => {
  input.value = text;
  search.choose({ q: text, like: '' });
  input.focus();
}))));

let wasSearchable = false;
watchStatus(status => {
  showIngestion(status);
  if (!status) return;
  byId('source').textContent = describe(status);
  // Asked too early: the answer follows as soon as it can be given.
  if (status.searchable && !wasSearchable) search.retry();
  wasSearchable = status.searchable;
});

// The script may come late: what was typed meanwhile counts.
const typed = input.value;
search.restore();
if (typed && typed !== search.state.q) {
  input.value = typed;
  search.type(typed);
}
