import type { RecentDocument } from '../app.ts';

/** A document in the list of those in storage. */
export interface ListedDocument extends RecentDocument {
  /** Length of its text; lists of older versions don't tell. */
  readonly size?: number;
  /** A copy in which nothing was changed: what was worked on is the other one. */
  readonly untouched?: boolean;
}

/** Of the documents in storage, these many are kept, the newest, and those that tabs show. */
export const KEPT_DOCUMENTS = 12;
/** Characters of all of them. A generated block of 10,000 transactions has a million, a real one with its contracts several. */
export const KEPT_SIZE = 48_000_000;

/**
 * Which of the documents, newest first, are kept, and which go. `shown` are those that tabs show; null where that can't be told. The
 * first one is being written and stays. Copies in which nothing was changed push out no others, and go when no tab shows them.
 */
export function keepNewest(
  all: readonly ListedDocument[],
  shown: ReadonlySet<string> | null,
): { readonly kept: readonly ListedDocument[]; readonly dropped: readonly ListedDocument[] } {
  const worked = createRoom();
  const copies = createRoom();
  const stays = (entry: ListedDocument, i: number): boolean => {
    const isShown = i === 0 || shown?.has(entry.key) === true;
    const fits = (entry.untouched ? copies : worked).takes(entry);
    return isShown || (fits && (!entry.untouched || shown === null));
  };
  const kept = all.filter(stays);
  return { kept, dropped: all.filter((entry) => !kept.includes(entry)) };
}

/** Takes entries one after another until one doesn't fit any more: what is older than that doesn't either. */
function createRoom(): { takes(entry: ListedDocument): boolean } {
  let count = 0;
  let size = 0;
  return {
    takes(entry) {
      count++;
      size += entry.size ?? 0;
      return count <= KEPT_DOCUMENTS && size <= KEPT_SIZE;
    },
  };
}

/** From storage anything may come. */
export function isListedDocument(value: unknown): value is ListedDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { key, title, transactions, savedAt, size, untouched } = value as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    typeof title === 'string' &&
    typeof transactions === 'number' &&
    typeof savedAt === 'number' &&
    (size === undefined || (typeof size === 'number' && size >= 0)) &&
    (untouched === undefined || typeof untouched === 'boolean')
  );
}
