import type { Scenario } from '../model/scenario.ts';
import type { RecentDocument } from './app.ts';
import type { DocumentClaims } from './tabs/document-claims.ts';
import { isListedDocument, keepNewest, type ListedDocument } from './tabs/recent-documents.ts';

/** A key-value store that may fail: IndexedDB in the page, a map in tests. */
export interface KeyValueStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/** One that several tabs share. */
export interface SharedStorage extends KeyValueStorage {
  /** Replaces a value by what `change` makes of it, with nothing of another tab in between. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
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

/** Documents in storage: a text each, a list of them, and which was worked on last in any tab. */
export interface SavedDocuments extends Pick<DocumentClaims, 'take' | 'show'> {
  save(key: string, scenario: Scenario, savedAt: number): Promise<void>;
  /** Keeps what lies at `from` under another key, too; among the recent ones it is when it has been changed. */
  keepCopy(from: string, key: string, scenario: Scenario, savedAt: number): Promise<void>;
  load(key: string): Promise<Scenario>;
  /** Newest first. */
  list(): Promise<readonly RecentDocument[]>;
  lastKey(): Promise<string | null>;
  /** A document's text as it lies there, for when it can't be read; null when there is none. */
  textOf(key: string): Promise<string | null>;
}

const INDEX = 'lanewise/documents';
const LAST = 'lanewise/last';
const textKey = (key: string): string => `lanewise/document/${key}`;

export function createSavedDocuments(
  storage: SharedStorage,
  codec: ScenarioCodec,
  claims: DocumentClaims,
): SavedDocuments {
  const textOf = async (key: string): Promise<string | null> => {
    const text = await storage.get(textKey(key));
    return typeof text === 'string' ? text : null;
  };
  const write = async (key: string, text: string, entry: ListedDocument): Promise<void> => {
    await storage.set(textKey(key), text);
    const shown = await claims.shown();
    let old: readonly ListedDocument[] = [];
    await storage.update(INDEX, (index) => {
      const { kept, dropped } = keepNewest([entry, ...entriesOf(index).filter((other) => other.key !== key)], shown);
      old = dropped;
      return kept;
    });
    for (const dropped of old) await storage.delete(textKey(dropped.key));
  };
  return {
    take: claims.take,
    show: claims.show,
    textOf,
    async save(key, scenario, savedAt) {
      const text = await codec.toText(scenario);
      await write(key, text, entryOf(key, scenario, savedAt, text));
      await storage.set(LAST, key);
    },
    async keepCopy(from, key, scenario, savedAt) {
      const text = await textOf(from);
      if (text !== null) await write(key, text, { ...entryOf(key, scenario, savedAt, text), untouched: true });
    },
    async load(key) {
      const text = await textOf(key);
      if (text === null) throw new Error('It is no longer in this browser’s storage.');
      return codec.fromText(text);
    },
    async list() {
      return entriesOf(await storage.get(INDEX)).filter(({ untouched }) => !untouched);
    },
    async lastKey() {
      const key = await storage.get(LAST);
      return typeof key === 'string' ? key : null;
    },
  };
}

function entryOf(key: string, { title, transactions }: Scenario, savedAt: number, text: string): ListedDocument {
  return { key, title, transactions: transactions.length, savedAt, size: text.length };
}

function entriesOf(index: unknown): readonly ListedDocument[] {
  return Array.isArray(index) ? index.filter(isListedDocument) : [];
}
