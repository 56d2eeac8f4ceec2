// One search at a time, as one types: it waits for a pause, a newer one cancels it, and the address says what was asked.

import { getJson } from './dom.js';

const pause = 120;
const filters = ['kind', 'assembly', 'namespace'];

export class Search extends EventTarget {
  state = {};
  #running;
  #timer;
  #last;

  constructor(options) {
    super();
    this.options = options;
    addEventListener('popstate', () => this.restore());
  }

  /** Asks what the address asks. */
  restore() {
    const query = new URLSearchParams(location.search);
    this.state = Object.fromEntries(['q', 'like', ...filters].map(name => [name, query.get(name) ?? '']));
    this.#changed();
    this.run();
  }

  /** Typed: the address follows, and going back skips the letters between. */
  type(q) {
    this.state = { ...this.state, q, like: '' };
    this.#address('replaceState');
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), pause);
  }

  /** Chosen: a step that one can go back from. */
  choose(change) {
    this.state = { ...this.state, ...change };
    this.#address('pushState');
    this.#changed();
    this.run();
  }

  /** Asks again, where nothing was asked that failed or came too early. */
  retry() {
    if (!this.#last) this.run();
  }

  /** The names of the filters that are set. */
  get filters() {
    return filters.filter(name => this.state[name]);
  }

  async run() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#last = null;
    const { q, like } = this.state;
    if (!like && !q.trim()) {
      this.#tell('cleared');
      return;
    }

    const running = this.#running = new AbortController();
    const query = new URLSearchParams(this.options);
    for (const name of filters) if (this.state[name]) query.set(name, this.state[name]);
    query.set(like ? 'id' : 'q', like || q.trim());
    this.#tell('started');
    try {
      this.#last = await getJson(`/api/${like ? 'similar' : 'search'}?${query}`, { signal: running.signal });
      this.#tell('answered', this.#last);
    } catch (error) {
      if (error.name !== 'AbortError') this.#tell('failed', error);
    }
  }

  #changed() {
    this.#tell('changed');
  }

  #address(method) {
    const query = new URLSearchParams(Object.entries(this.state).filter(([, value]) => value));
    history[method](null, '', query.size > 0 ? `?${query}` : location.pathname);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
