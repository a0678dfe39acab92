import type { Scenario } from '../../model/scenario.ts';
import type { OpenDocument } from '../document.ts';
import type { SavedDocuments } from '../saved-documents.ts';
import type { TextStorage } from '../tab-storage.ts';
import { readTabDocument, type TabDocument, writeTabDocument } from './tab-document.ts';

interface Sources {
  /** Null: nothing is kept. */
  readonly documents: SavedDocuments | null;
  readonly tab: TextStorage;
  readonly newKey: () => string;
  readonly example: () => Scenario;
  /** Milliseconds since 1970. */
  readonly today: () => number;
}

/** The document that should be open, and can't be read. */
export interface Lost {
  readonly key: string;
  readonly error: unknown;
}

interface Restored {
  readonly document: OpenDocument;
  /** Then the example is open instead. */
  readonly lost?: Lost;
}

/**
 * The document to begin with: the one that this tab had, in a new tab the one worked on last in any, or the example when there is
 * none. One that another tab may write is opened as a copy.
 */
export async function restoreDocument(sources: Sources): Promise<Restored> {
  const { documents, tab, newKey, example } = sources;
  if (!documents) return { document: { key: newKey(), scenario: example() } };
  const had = readTabDocument(tab);
  const wish = had ?? (await lastOf(documents)) ?? { key: newKey(), from: null };
  try {
    return { document: await openWish(wish, had !== null, documents, sources) };
  } catch (error) {
    return { document: { key: newKey(), scenario: example() }, lost: { key: wish.from ?? wish.key, error } };
  }
}

/** Where storage can't even be asked there is nothing to bring back; the first change is told that it isn't saved. */
async function lastOf(documents: SavedDocuments): Promise<TabDocument | null> {
  const key = await documents.lastKey().catch(() => null);
  return key === null ? null : { key, from: key };
}

async function openWish(
  { key: wanted, from }: TabDocument,
  again: boolean,
  documents: SavedDocuments,
  { tab, newKey, example, today }: Sources,
): Promise<OpenDocument> {
  const isOurs = await documents.take(wanted, again);
  const key = isOurs ? wanted : newKey();
  documents.show(key);
  const scenario = from === null ? example() : await documents.load(from);
  writeTabDocument(tab, { key, from });
  if (from !== null && from !== key) {
    // So that what the other tab goes on to do with it doesn't show here.
    const isKept = await documents.keepCopy(from, key, scenario, today()).then(
      () => true,
      () => false,
    );
    if (isKept) writeTabDocument(tab, { key, from: key });
  }
  return { key, scenario };
}
