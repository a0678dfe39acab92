import type { App } from '../app.ts';
import { type Entry, moveTo, readEntry, withEntry } from './entry.ts';

/** What of a browser's window is needed; a test has one of its own. */
export type BrowserWindow = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly history: Pick<History, 'state' | 'length' | 'pushState' | 'replaceState' | 'go'>;
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
};

/** The one address that names a view. */
const PAPERS = '#papers';
/** Entries that we haven't written are that, until their address shows something else: the first one, and what is typed or followed. */
const BENCH: Entry = { screen: 'bench', depth: 0 };

/**
 * Keeps the browser's history and the view that covers the panels in step: a view that opens is an entry, Back closes it, Forward opens
 * it again, a reload stays in it. Resolves when the page shows what its address and its entry ask for; gives the way to stop.
 *
 * Addresses stay as they are, so that going back and forth between views opens no link again. `followAddress` does what an address
 * asks for, `arriving` when the page has just been loaded; it never rejects. What it shows belongs to the entry that is there.
 */
export async function keepInHistory(
  app: Pick<App, 'view' | 'show'>,
  page: BrowserWindow,
  followAddress: (arriving: boolean) => Promise<void>,
): Promise<() => void> {
  const { history, location } = page;
  /** We have asked to go back, and the browser hasn't yet: what is on the screen is what is wanted. */
  let going = false;
  let following = 0;

  const write = (entry: Entry, how: 'pushState' | 'replaceState'): void => {
    const left = location.hash === PAPERS && entry.screen !== 'papers';
    history[how](withEntry(history.state, entry), '', left ? `${location.pathname}${location.search}` : undefined);
  };
  const here = (): Entry => readEntry(history.state) ?? BENCH;
  const settle = (): void => {
    if (going || following > 0) return;
    const move = moveTo(here(), app.view.getState().screen);
    if (move.kind === 'push') write(move.entry, 'pushState');
    else if (move.kind === 'replace') write(move.entry, 'replaceState');
    else if (move.kind === 'back') {
      // Browsers keep some fifty entries: those below may be gone.
      going = move.by < history.length;
      if (going) history.go(-move.by);
      else write(BENCH, 'replaceState');
    }
  };
  const follow = async (arriving: boolean): Promise<void> => {
    following++;
    await followAddress(arriving);
    following--;
    const known = readEntry(history.state);
    const { screen } = app.view.getState();
    if (known) app.show(known.screen);
    else if (screen !== 'bench') write({ screen, depth: 0 }, 'replaceState');
  };

  const onPopState = (): void => {
    if (going) {
      going = false;
      settle();
    } else app.show(here().screen);
  };
  const onHashChange = (): void => void follow(false);
  const unsubscribe = app.view.subscribe(({ screen }, before) => {
    if (screen !== before.screen) settle();
  });
  page.addEventListener('popstate', onPopState);
  page.addEventListener('hashchange', onHashChange);
  await follow(true);
  return () => {
    unsubscribe();
    page.removeEventListener('popstate', onPopState);
    page.removeEventListener('hashchange', onHashChange);
  };
}
