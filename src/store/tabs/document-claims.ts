import type { TextStorage } from '../tab-storage.ts';

/**
 * Which tab may write which document: two that wrote the same would each undo the other's work. A tab has claimed all that it has
 * open and all that its undo leads back to, until it is closed or loaded anew.
 */
export interface DocumentClaims {
  /** Claims it for this tab unless another has; `again` for one that this tab had before it was loaded anew. */
  take(key: string, again?: boolean): Promise<boolean>;
  /** One that was just made or taken is what a reload of this tab brings back. */
  show(key: string): void;
  /** What tabs show; null where that can't be told. */
  shown(): Promise<ReadonlySet<string> | null>;
}

const CLAIMED = 'lanewise/document/';
const SHOWN = 'lanewise/shown/';
/** A page that is loaded anew lets go of its locks within milliseconds; more than this long another tab has it. */
const LETTING_GO_MS = 500;

/** By locks of the browser, which go with their tab, however it ends. */
export function createLockClaims(locks: Pick<LockManager, 'request' | 'query'>): DocumentClaims {
  const mine = new Set<string>();
  let current: string | null = null;
  let hide: () => void = () => {};
  const take = (key: string, options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      locks
        .request(CLAIMED + key, options, (lock) => {
          if (lock) mine.add(key);
          resolve(lock !== null);
          // Held as long as the page lives.
          return lock ? new Promise<void>(() => {}) : undefined;
        })
        .catch(() => resolve(false));
    });
  return {
    async take(key, again = false) {
      if (mine.has(key)) return true;
      return take(key, again ? { signal: AbortSignal.timeout(LETTING_GO_MS) } : { ifAvailable: true });
    },
    show(key) {
      if (key === current) return;
      if (!mine.has(key)) void take(key, { ifAvailable: true });
      mine.add(key);
      current = key;
      hide();
      const hidden = new Promise<void>((resolve) => {
        hide = resolve;
      });
      // The page before a reload may still have it for a moment.
      locks.request(SHOWN + key, () => hidden).catch(() => {});
    },
    async shown() {
      try {
        const { held = [], pending = [] } = await locks.query();
        const names = [...held, ...pending].flatMap(({ name }) => (name?.startsWith(SHOWN) ? [name] : []));
        return new Set(names.map((name) => name.slice(SHOWN.length)));
      } catch {
        return null;
      }
    },
  };
}

const LEFT = 'lanewise/left';

/**
 * Where there are no locks, as over plain http: a page that goes leaves a mark in its tab. Who finds one is the same tab again; a
 * duplicated tab gets the memory of one that hasn't gone, without the mark. Of all else another tab may have it.
 */
export function createMarkClaims(tab: TextStorage, page: Pick<Window, 'addEventListener'>): DocumentClaims {
  const mark = (left: boolean): void => {
    try {
      if (left) tab.setItem(LEFT, 'yes');
      else tab.removeItem(LEFT);
    } catch {
      // Then a reload is like a new tab: it goes on with a copy.
    }
  };
  const isAgain = tab.getItem(LEFT) !== null;
  mark(false);
  page.addEventListener('pagehide', () => mark(true));
  // Back from the browser's cache of pages, it hasn't gone.
  page.addEventListener('pageshow', () => mark(false));
  const mine = new Set<string>();
  return {
    async take(key, again = false) {
      if (again && isAgain) mine.add(key);
      return mine.has(key);
    },
    show: (key) => void mine.add(key),
    shown: async () => null,
  };
}
