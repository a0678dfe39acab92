import type { AbortCause, Origin } from '../model/events.ts';
import type { TxIndex, Version } from '../model/ids.ts';
import type { MemoryRead, OriginatedRead } from './engine.ts';

/** A read that found a value, and which transaction published the youngest part of it (null: nobody, it is the prestate's). */
export type FoundValue = Extract<MemoryRead, { kind: 'value' }> & { readonly by: TxIndex | null };

/** As `MemoryRead`, with the writer's name. */
export type NamedRead = FoundValue | Extract<MemoryRead, { kind: 'blocked' }>;

export const PRESTATE: Origin = { kind: 'prestate' };

export function isSameVersion(a: Version | null, b: Version | null): boolean {
  return a === b || (a !== null && b !== null && a.tx === b.tx && a.incarnation === b.incarnation);
}

/**
 * Whether a read still stands. A version is compared by name, as in the paper: the same version is the same value, and a
 * new version is a new value even if it happens to be equal. A sum is compared by the names of its full write and its
 * credits, and by value for the fees in it: a fee that came out the same again is no reason to start over. Existence is
 * derived from three fields, and only its value counts.
 */
export function isStillSeen(read: OriginatedRead, now: FoundValue): boolean {
  if (read.location.startsWith('e:')) return read.value === now.value;
  const then = read.origin;
  const found = now.origin;
  if (then.kind === 'prestate') return found.kind === 'prestate';
  if (then.kind === 'list') return found.kind === 'list' && then.index === found.index;
  if (then.kind === 'version') return found.kind === 'version' && isSameVersion(then.version, found.version);
  return (
    found.kind === 'sum' &&
    read.value === now.value &&
    then.terms === found.terms &&
    isSameVersion(then.base, found.base) &&
    isSameVersion(then.youngest, found.youngest)
  );
}

/** Why a read no longer stands, or null when it does. `now` is what its reader would be given at this moment. */
export function staleness(read: OriginatedRead, now: NamedRead): AbortCause | null {
  if (now.kind === 'value' && isStillSeen(read, now)) return null;
  const stale = { kind: 'stale-read', location: read.location, read: read.origin, seen: read.value } as const;
  if (now.kind === 'blocked') return { ...stale, by: now.by };
  return { ...stale, found: now.origin, by: now.by ?? writerOf(read.origin), current: now.value };
}

/** The transaction behind an origin: the writer itself, or, of a sum, the last to add to it. */
function writerOf(origin: Origin): TxIndex | null {
  switch (origin.kind) {
    case 'prestate':
    case 'list':
      return null;
    case 'version':
      return origin.version.tx;
    case 'sum':
      return (origin.youngest ?? origin.base)?.tx ?? null;
  }
}
