import type { BrowserWindow } from '../browsing/keep-in-history.ts';

interface Entry {
  readonly hash: string;
  readonly state: unknown;
}

/** A tab with its history, as browsers do it: going takes a moment, and tells `popstate`, then `hashchange`. */
export interface FakeWindow extends BrowserWindow {
  /** All entries as `hash screen`, the current one in brackets. */
  print(): string;
  /** Types an address, or follows a link to it. */
  enter(hash: string): void;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Resolves when the browser has gone where it was asked to. */
  rest(): Promise<void>;
  /** The page anew, in the same tab. */
  reload(): FakeWindow;
}

export function createFakeWindow(first: readonly Entry[] = [{ hash: '', state: null }], start = 0): FakeWindow {
  const events = new EventTarget();
  const entries = [...first];
  let at = start;
  const now = (): Entry => entries[at] as Entry;
  const arrive = (before: string): void => {
    events.dispatchEvent(new Event('popstate'));
    if (now().hash !== before) events.dispatchEvent(new Event('hashchange'));
  };
  const traverse = (by: number): void => {
    if (!entries[at + by]) return;
    const { hash } = now();
    at += by;
    arrive(hash);
  };
  const put = (place: number, state: unknown, url?: string | URL | null): void => {
    const hash = url === undefined || url === null ? now().hash : (/#.*/.exec(String(url))?.[0] ?? '');
    // As a browser does: what can't be copied is refused.
    entries.splice(place, 1, { hash, state: structuredClone(state) });
  };
  const rest = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
  return {
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    location: {
      get hash() {
        return now().hash;
      },
      pathname: '/',
      search: '',
    },
    history: {
      get state() {
        return now().state;
      },
      get length() {
        return entries.length;
      },
      pushState(state, _, url) {
        entries.length = at + 1;
        put(at + 1, state, url);
        at++;
      },
      replaceState: (state, _, url) => put(at, state, url),
      go: (by = 0) => void setTimeout(() => traverse(by)),
    },
    print: () =>
      entries
        .map(({ hash, state }, i) => {
          const { screen = 'bench' } = (state ?? {}) as { screen?: string };
          const text = [hash, screen].filter((part) => part !== '').join(' ');
          return i === at ? `[${text}]` : text;
        })
        .join(' › '),
    enter(hash) {
      const before = now().hash;
      entries.splice(at + 1, entries.length, { hash, state: null });
      at++;
      arrive(before);
    },
    back: async () => {
      traverse(-1);
      await rest();
    },
    forward: async () => {
      traverse(1);
      await rest();
    },
    rest,
    reload: () => createFakeWindow(entries, at),
  };
}
