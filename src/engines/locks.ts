import type { Recording } from '../model/execution.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import { addressOf, type Location } from '../model/location.ts';
import type { LockGranularity } from '../model/settings.ts';
import type { Dependency, EngineRequest } from './engine.ts';

/** Readers share a lock; a writer has it alone. Additions (fees) need none, but who looks at the sum waits for those before it. */
type LockMode = 'read' | 'write';

interface Lock {
  readonly mode: LockMode;
  /** Of those it covers, the first that the transaction touches. */
  readonly location: Location;
}

/** What a transaction has declared. */
export interface Declaration {
  /** What each lock covers (an account or a location) → the lock. */
  readonly locks: ReadonlyMap<string, Lock>;
  /** What it adds to without looking, likewise. */
  readonly adds: readonly string[];
}

const coverOf = (location: Location, granularity: LockGranularity): string =>
  granularity === 'account' ? addressOf(location) : location;

/** The declarations of a block: what the recording says, and what the options add and leave out. */
export function declareLocks({ accesses, options }: EngineRequest): readonly Declaration[] {
  const { lockGranularity, overDeclare, underDeclare = [] } = options;
  return accesses.map(({ reads, writes, adds }, tx) => {
    const locks = new Map<string, Lock>();
    const declare = (mode: LockMode, locations: readonly Location[]): void => {
      for (const location of locations) {
        const cover = coverOf(location, lockGranularity);
        const known = locks.get(cover);
        if (!known) locks.set(cover, { mode, location });
        else if (known.mode !== mode) locks.set(cover, { ...known, mode: 'write' });
      }
    };
    declare('write', writes);
    declare(overDeclare ? 'write' : 'read', reads);
    for (const [of, location] of underDeclare) {
      if (of === tx) locks.delete(coverOf(location as Location, lockGranularity));
    }
    return { locks, adds: adds.map((location) => coverOf(location, lockGranularity)) };
  });
}

/**
 * Whom each transaction conflicts with by declaration, the nearest before it: those further back conflict with these in turn.
 */
export function findLockConflicts(declarations: readonly Declaration[]): readonly (readonly Dependency[])[] {
  interface Sharing {
    readonly mode: LockMode;
    readonly txs: TxIndex[];
    readonly before: readonly TxIndex[];
  }
  const newest = new Map<string, Sharing>();
  /** Who has added since anybody looked, and who looked last: it has waited for those before. */
  const added = new Map<string, { adders: TxIndex[]; looked?: TxIndex }>();
  return declarations.map(({ locks, adds }, index) => {
    const tx = txIndex(index);
    const found = new Map<TxIndex, Dependency>();
    for (const [cover, { mode, location }] of locks) {
      const last = newest.get(cover);
      const shares = mode === 'read' && last?.mode === 'read';
      const sharing = shares ? last : { mode, txs: [], before: last?.txs ?? [] };
      sharing.txs.push(tx);
      newest.set(cover, sharing);
      const sum = added.get(cover);
      const summed = sum ? [...sum.adders, ...(sum.looked === undefined ? [] : [sum.looked])] : [];
      for (const on of [...sharing.before, ...summed]) if (!found.has(on)) found.set(on, { on, location });
      if (sum) added.set(cover, { adders: [], looked: tx });
    }
    for (const cover of adds) {
      const sum = added.get(cover);
      if (sum) sum.adders.push(tx);
      else added.set(cover, { adders: [tx] });
    }
    return [...found.values()];
  });
}

export interface UndeclaredTouch {
  readonly location: Location;
  readonly how: 'read' | 'wrote';
}

/** The first location that a transaction touched beyond its declaration. Existence tests count as nothing, as in the analysis. */
export function findUndeclared(
  { locks }: Declaration,
  { reads, writes }: Recording,
  granularity: LockGranularity,
): UndeclaredTouch | null {
  const lockOn = (location: Location): LockMode | undefined => locks.get(coverOf(location, granularity))?.mode;
  for (const { location } of reads) {
    const mode = lockOn(location);
    if (location[0] !== 'e' && mode === undefined) return { location, how: 'read' };
  }
  for (const { location } of writes) if (lockOn(location) !== 'write') return { location, how: 'wrote' };
  return null;
}
