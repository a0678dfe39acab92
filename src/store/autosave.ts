import type { StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../model/scenario.ts';
import { type DocumentState, GUIDE_KEY } from './app.ts';
import type { Clock } from './clock.ts';
import type { SavedDocuments } from './saved-documents.ts';

export interface Autosave {
  /** Writes what isn't written yet, for when the page is about to go. */
  flush(): Promise<void>;
  dispose(): void;
}

/**
 * Small documents are written at once; from this many transactions on, changes that follow one another closely are written after a
 * rest. The first of them is written at once, too: what was just generated or opened survives a reload.
 */
const LARGE = 1000;
const REST_MS = 800;

/**
 * Writes the document after each change, one write at a time; a change during a write is written after it, so that the last
 * one always arrives. A failure is reported once, until a write succeeds again; the document stays in memory.
 */
export function createAutosave(
  document: StoreApi<DocumentState>,
  documents: SavedDocuments,
  clock: Clock,
  options: {
    readonly today: () => number;
    readonly onSaved: (key: string) => void;
    readonly onFailure: (error: unknown) => void;
  },
): Autosave {
  /** The newest state of each document that isn't written yet. */
  const pending = new Map<string, Scenario>();
  let writing = Promise.resolve();
  let busy = false;
  let failed = false;
  let cancelRest: () => void = () => {};
  let resting = false;

  const write = async (): Promise<void> => {
    for (const [key, scenario] of pending) {
      pending.delete(key);
      try {
        await documents.save(key, scenario, options.today());
        failed = false;
        options.onSaved(key);
      } catch (error) {
        if (!failed) options.onFailure(error);
        failed = true;
      }
    }
    busy = false;
  };
  const flush = async (): Promise<void> => {
    if (!busy) {
      busy = true;
      writing = write();
    }
    await writing;
  };
  const unsubscribe = document.subscribe(({ key, scenario }, before) => {
    if (scenario === before.scenario || key.startsWith(GUIDE_KEY)) return;
    // Set anew, it comes after what is being written.
    pending.delete(key);
    pending.set(key, scenario);
    cancelRest();
    if (!resting || scenario.transactions.length < LARGE) void flush();
    resting = true;
    cancelRest = clock.after(REST_MS, () => {
      resting = false;
      if (pending.size > 0) void flush();
    });
  });

  return {
    flush,
    dispose() {
      unsubscribe();
      cancelRest();
    },
  };
}
