import type { TextStorage } from '../tab-storage.ts';

/** Which document this tab has open, so that a reload brings that one back, whatever other tabs have done meanwhile. */
export interface TabDocument {
  readonly key: string;
  /** Where its content is: in storage under this key, its own unless it is a copy that couldn't be stored; null: it is the first example. */
  readonly from: string | null;
}

const KEY = 'lanewise/tab-document';

export function readTabDocument(tab: TextStorage): TabDocument | null {
  try {
    const kept: unknown = JSON.parse(tab.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { key, from } = kept as Record<string, unknown>;
    if (typeof key !== 'string' || key === '') return null;
    return typeof from === 'string' || from === null ? { key, from } : null;
  } catch {
    return null;
  }
}

/** Where it can't be kept, a reload is like a new tab. */
export function writeTabDocument(tab: TextStorage, document: TabDocument): void {
  try {
    tab.setItem(KEY, JSON.stringify(document));
  } catch {
    // As documented.
  }
}
