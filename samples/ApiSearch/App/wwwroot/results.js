// How results and facets look. Everything from the documentation goes in as text, never as markup.

import { button, element, icon, number } from './dom.js';

export function resultItem(result, { like }) {
  const full = fullName(result);
  const item = element('li', 'result');
  item.tabIndex = -1;
  item.dataset.row = result.row;
  item.dataset.id = result.id;
  item.dataset.copy = full;
  item.setAttribute('aria-label', `${result.kind} ${full}. ${result.summary}`);

  const kind = element('span', `kind ${result.kind}`, icon(result.kind), element('span', 'hidden', `${result.kind} `));
  kind.title = result.kind;
  const copy = button('quiet', 'Copy', () => copyName(item, copy));
  copy.setAttribute('aria-label', `Copy ${result.name}`);
  const more = button('quiet', 'More like this', () => like(result));
  more.setAttribute('aria-label', `More like this: ${result.name}`);

  item.append(
    kind,
    element('div', 'what',
      element('h3', '', ...signature(result)),
      element('p', 'summary', ...(result.summary ? marked(result.summary, result.summaryMarks) : ['No summary.'])),
      element('p', 'place',
        ...(result.namespace ? [element('span', '', result.namespace), ' '] : []),
        element('span', 'assembly', result.assembly),
        element('span', 'actions', more, copy),
        distance(result.distance))));
  return item;
}

export async function copyName(item, target = item.querySelector('.actions button:last-child')) {
  try {
    await navigator.clipboard.writeText(item.dataset.copy);
    target.textContent = 'Copied';
  } catch {
    // Without the permission there is still the text to be taken by hand.
    getSelection().selectAllChildren(item.querySelector('h3'));
    target.textContent = 'Selected';
  }
  setTimeout(() => { target.textContent = 'Copy'; }, 1200);
  return target.textContent;
}

function fullName(result) {
  return result.kind !== 'section' && result.namespace ? `${result.namespace}.${result.name}` : result.name;
}

/** The member's own name stands out from its type and its parameters. */
function signature({ name, nameMarks, kind }) {
  const open = kind === 'section' ? name.length : Math.min(...['(', '['].map(c => name.indexOf(c)).filter(i => i >= 0), name.length);
  const dot = kind === 'type' || kind === 'constructor' || kind === 'section' ? -1 : name.slice(0, open).lastIndexOf('.');
  return [
    element('span', 'owner', ...marked(name, nameMarks, 0, dot + 1)),
    element('span', 'own', ...marked(name, nameMarks, dot + 1, open)),
    element('span', 'parameters', ...marked(name, nameMarks, open, name.length)),
  ];
}

function marked(text, marks, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const { start, length } of marks ?? []) {
    if (start < at || start + length > to) continue;
    parts.push(text.slice(at, start), element('mark', '', text.slice(start, start + length)));
    at = start + length;
  }
  parts.push(text.slice(at, to));
  // A long name may break where its words do.
  return parts.flatMap(part => typeof part === 'string' ? part.split(/(?<=[.,])|(?=[(<])/).flatMap(p => [p, element('wbr')]).slice(0, -1) : [part]);
}

function distance(value) {
  const bar = element('span', 'bar', element('span', ''));
  bar.firstChild.style.width = `${Math.max(0, Math.min(1, 1 - value)) * 100}%`;
  const shown = element('span', 'distance', bar, element('span', 'hidden', 'distance '), value.toFixed(3));
  shown.title = 'Cosine distance: 0 says the same, 1 has nothing in common';
  return shown;
}

/** Groups of buttons; the chosen one stays on top of its group though nothing of it may be near. Without facets, what is chosen and nothing else. */
export function facetGroups(facets, state, choose) {
  facets ??= { kinds: [], assemblies: [], namespaces: [] };
  const labels = facets.kinds.some(kind => kind.value === 'section')
    ? { kind: 'Kind', assembly: 'File', namespace: 'Folder' }
    : { kind: 'Kind', assembly: 'Assembly', namespace: 'Namespace' };
  const groups = [['kind', facets.kinds], ['assembly', facets.assemblies], ['namespace', facets.namespaces]];
  return groups.flatMap(([name, values]) => {
    const chosen = state[name];
    const listed = chosen && !values.some(v => v.value === chosen) ? [{ value: chosen }, ...values] : values;
    if (listed.filter(v => v.value).length === 0 || (listed.length === 1 && !chosen)) return [];
    const heading = element('h2', '', labels[name]);
    heading.id = `facet-${name}`;
    const list = element('ul', '', ...listed.filter(v => v.value).map(({ value, count }) => {
      const facet = button('facet', '', () => choose({ [name]: value === chosen ? '' : value }));
      facet.setAttribute('aria-pressed', value === chosen);
      facet.dataset.facet = `${name}:${value}`;
      facet.title = value;
      if (name === 'kind') facet.append(element('span', `kind ${value}`, icon(value)));
      facet.append(element('span', 'value', value), element('span', 'count', count === undefined ? '' : number(count)));
      return element('li', '', facet);
    }));
    list.setAttribute('aria-labelledby', heading.id);
    return [element('section', '', heading, list)];
  });
}
