import type { BlockAnalysis } from '../drivers/runner.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import { balanceOf, type Location, type Value } from '../model/location.ts';

/** A transaction that touches a location, as in serial execution. */
export interface LocationUse {
  readonly tx: TxIndex;
  readonly reads: boolean;
  readonly writes: { readonly before: Value; readonly value: Value } | null;
  /** It adds to the balance without looking at it, by so many wei. */
  readonly credit: bigint | null;
}

/** Everybody who touches `location`, in block order. */
export function locationUses({ serial }: BlockAnalysis, location: Location): readonly LocationUse[] {
  return serial.executions.flatMap(({ recording }, i) => {
    const read = recording.reads.find((r) => r.location === location);
    const write = recording.writes.find((w) => w.location === location);
    const credit = recording.credits.find((c) => balanceOf(c.address) === location);
    if (!read && !write && !credit) return [];
    return [
      {
        tx: txIndex(i),
        reads: read !== undefined,
        writes: write ? { before: write.before, value: write.value } : null,
        credit: credit?.amount ?? null,
      },
    ];
  });
}
