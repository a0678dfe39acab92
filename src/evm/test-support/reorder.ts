import { type Random, randomInt } from '../../lib/random.ts';
import type { FinalExecution } from '../../model/execution.ts';
import { existenceFields } from '../../model/existence.ts';
import type { Address } from '../../model/ids.ts';
import { addressOf, balanceOf, type Location, wipeOf } from '../../model/location.ts';

interface Access {
  readonly tx: number;
  /** Additions commute with each other, and with nothing else. */
  readonly kind: 'read' | 'write' | 'add';
}

/**
 * For each transaction those before it that it conflicts with: by the recordings, and by nothing else. An existence is read
 * by reading the three fields it is derived from, a slot by reading the account's wipe as well, and a fee is an addition.
 */
export function conflictsBefore(executions: readonly FinalExecution[], coinbase: Address): Set<number>[] {
  const accesses = new Map<Location, Access[]>();
  const note = (location: Location, access: Access): void => {
    const list = accesses.get(location);
    if (list) list.push(access);
    else accesses.set(location, [access]);
  };
  executions.forEach(({ recording }, tx) => {
    for (const { location } of recording.reads) {
      if (location.startsWith('e'))
        for (const field of existenceFields(addressOf(location))) note(field, { tx, kind: 'read' });
      else note(location, { tx, kind: 'read' });
      if (location.startsWith('s')) note(wipeOf(addressOf(location)), { tx, kind: 'read' });
    }
    for (const { location } of recording.writes) note(location, { tx, kind: 'write' });
    for (const { address } of recording.credits) note(balanceOf(address), { tx, kind: 'add' });
    if (recording.fee > 0n) note(balanceOf(coinbase), { tx, kind: 'add' });
  });
  const before = executions.map(() => new Set<number>());
  for (const list of accesses.values()) {
    for (const later of list) {
      for (const earlier of list) {
        if (earlier.tx < later.tx && (earlier.kind !== later.kind || later.kind === 'write'))
          before[later.tx]?.add(earlier.tx);
      }
    }
  }
  return before;
}

/** Any order, drawn at random, in which each transaction comes after those it conflicts with. */
export function randomOrder(before: readonly ReadonlySet<number>[], random: Random): number[] {
  const waiting = before.map((set) => new Set(set));
  const ready = waiting.flatMap((set, tx) => (set.size === 0 ? [tx] : []));
  const order: number[] = [];
  while (ready.length > 0) {
    const [tx] = ready.splice(randomInt(random, ready.length), 1) as [number];
    order.push(tx);
    waiting.forEach((set, other) => {
      if (set.delete(tx) && set.size === 0) ready.push(other);
    });
  }
  return order;
}
