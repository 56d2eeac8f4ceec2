// The few things that every page needs: elements made of text, never of markup, and answers of the API.

export const byId = id => document.getElementById(id);

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function button(className, label, action) {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const number = value => value.toLocaleString('en');

/** The answer, or an error that says what the server says. */
export async function getJson(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Error('The server does not answer. Is it still running?');
  }

  const body = await response.json().catch(() => null);
  if (!response.ok) {
    const problems = Object.values(body?.errors ?? {}).flat().join(' ');
    throw Object.assign(new Error(problems || body?.detail || body?.title || `The server answered ${response.status}.`), { status: response.status });
  }
  return body;
}

/** Calls back with the status now and whenever it changes; with null while the server is away. */
export function watchStatus(show) {
  const events = new EventSource('/api/status/events');
  events.addEventListener('status', event => show(JSON.parse(event.data)));
  events.addEventListener('error', () => show(null));
}

/** What is searched, in a few words for the foot of a page. */
export function describe(status) {
  const parts = [`${number(status.indexed)} ${status.indexed === status.total ? '' : `of ${number(status.total)} `}entries`];
  if (status.source) parts.push(status.source);
  if (status.embedding) parts.push(status.embedding);
  return parts.join(' · ');
}

/** Shows how far the ingestion is, while it goes on. */
export function showIngestion(status) {
  const section = byId('ingestion');
  section.hidden = status?.ready ?? false;
  if (section.hidden) return;
  const progress = byId('progress');
  section.classList.toggle('failed', !status || status.phase === 'failed');
  byId('phase').textContent = status?.message ?? 'The server does not answer. Is it still running?';
  progress.hidden = !status || status.phase === 'failed';
  if (status?.phase === 'storing') {
    progress.max = status.total;
    progress.value = status.indexed;
    byId('phase').textContent += ` ${Math.floor(100 * status.indexed / status.total)} % are searchable.`;
  } else {
    progress.removeAttribute('value');
  }
}
