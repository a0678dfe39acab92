import type { Screen } from '../app.ts';

/** What an entry of the browser's history stands for, kept in the entry's state. */
export interface Entry {
  readonly screen: Screen;
  /** How many entries right below it belong to views opened from the bench: closing the view goes so far back. */
  readonly depth: number;
}

/** A document that a link has opened, at the entry where it did. */
export interface OpenedByLink {
  readonly hash: string;
  /** The document's key; null in entries that an older version of the page wrote. */
  readonly key: string | null;
}

/** What is to be done with the history, so that it says what is on the screen. */
export type Move =
  | { readonly kind: 'stay' }
  | { readonly kind: 'push'; readonly entry: Entry }
  | { readonly kind: 'replace'; readonly entry: Entry }
  | { readonly kind: 'back'; readonly by: number };

const SCREENS: Readonly<Record<Screen, true>> = {
  bench: true,
  compare: true,
  papers: true,
  lessons: true,
  puzzles: true,
  glossary: true,
  class: true,
};
/** Nobody opens so many views one from another; a history that says so isn't ours. */
const MAX_DEPTH = 1_000;

/**
 * A view that opens is an entry of its own, above that of the bench or of the view it was opened from. One that closes gives back
 * all of them: Escape after Back and Forward leaves no more entries than before. One that a link opened has none of ours below it, and
 * becomes the bench where it stands.
 */
export function moveTo(entry: Entry, screen: Screen): Move {
  if (screen === entry.screen) return { kind: 'stay' };
  if (screen !== 'bench') return { kind: 'push', entry: { screen, depth: entry.depth + 1 } };
  return entry.depth > 0 ? { kind: 'back', by: entry.depth } : { kind: 'replace', entry: { screen, depth: 0 } };
}

/** Null for an entry that isn't ours, as one that somebody's link or the address bar made. */
export function readEntry(state: unknown): Entry | null {
  const { screen, depth } = fieldsOf(state);
  if (typeof screen !== 'string' || !Object.hasOwn(SCREENS, screen)) return null;
  if (typeof depth !== 'number' || !Number.isInteger(depth) || depth < 0 || depth > MAX_DEPTH) return null;
  return { screen: screen as Screen, depth };
}

export function readOpened(state: unknown): OpenedByLink | null {
  const { opened, document } = fieldsOf(state);
  if (typeof opened !== 'string') return null;
  return { hash: opened, key: typeof document === 'string' ? document : null };
}

/** The state of an entry in which one thing has changed, and all else is as it was. */
export const withEntry = (state: unknown, entry: Entry): object => ({ ...fieldsOf(state), ...entry });
export const withOpened = (state: unknown, { hash, key }: OpenedByLink): object => ({
  ...fieldsOf(state),
  opened: hash,
  document: key,
});

function fieldsOf(state: unknown): Readonly<Record<string, unknown>> {
  return typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
}
