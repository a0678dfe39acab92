import type { Scenario } from '../model/scenario.ts';
import type { RecentDocument } from './app.ts';

/** A key-value store that may fail: IndexedDB in the page, a map in tests. */
export interface KeyValueStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * How a scenario is kept: the text of a scenario file, so that what comes back passes the same checks as a file. Answers later, so
 * that its code need not be there for the first picture.
 */
export interface ScenarioCodec {
  toText(scenario: Scenario): Promise<string>;
  /** Rejects with an Error that has a message for the user. */
  fromText(text: string): Promise<Scenario>;
}

/** Documents in storage: a text each, a list of them, and which was open last. */
export interface SavedDocuments {
  save(key: string, scenario: Scenario, savedAt: number): Promise<void>;
  load(key: string): Promise<Scenario>;
  list(): Promise<readonly RecentDocument[]>;
  /** The document open last, or null when there is none. Throws when it can't be read. */
  last(): Promise<{ readonly key: string; readonly scenario: Scenario } | null>;
  /** The text of that document as it lies there, for when it can't be read; null when there is none. */
  lastText(): Promise<string | null>;
}

/** Older documents are removed. */
export const KEPT_DOCUMENTS = 12;
const INDEX = 'lanewise/documents';
const LAST = 'lanewise/last';
const textKey = (key: string): string => `lanewise/document/${key}`;

export function createSavedDocuments(storage: KeyValueStorage, codec: ScenarioCodec): SavedDocuments {
  const list = async (): Promise<readonly RecentDocument[]> => {
    const index = await storage.get(INDEX);
    return Array.isArray(index) ? index.filter(isRecentDocument) : [];
  };
  const load = async (key: string): Promise<Scenario> => {
    const text = await storage.get(textKey(key));
    if (typeof text !== 'string') throw new Error('It is no longer in this browser’s storage.');
    return codec.fromText(text);
  };
  return {
    list,
    load,
    async save(key, scenario, savedAt) {
      await storage.set(textKey(key), await codec.toText(scenario));
      const entry: RecentDocument = {
        key,
        title: scenario.title,
        transactions: scenario.transactions.length,
        savedAt,
      };
      const all = [entry, ...(await list()).filter((other) => other.key !== key)];
      await storage.set(INDEX, all.slice(0, KEPT_DOCUMENTS));
      await storage.set(LAST, key);
      for (const { key: old } of all.slice(KEPT_DOCUMENTS)) await storage.delete(textKey(old));
    },
    async lastText() {
      const key = await storage.get(LAST);
      const text = typeof key === 'string' ? await storage.get(textKey(key)) : null;
      return typeof text === 'string' ? text : null;
    },
    async last() {
      const key = await storage.get(LAST);
      return typeof key === 'string' ? { key, scenario: await load(key) } : null;
    },
  };
}

function isRecentDocument(value: unknown): value is RecentDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { key, title, transactions, savedAt } = value as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    typeof title === 'string' &&
    typeof transactions === 'number' &&
    typeof savedAt === 'number'
  );
}
