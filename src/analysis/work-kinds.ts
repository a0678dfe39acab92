import type { FinalExecution } from '../model/execution.ts';
import type { WorkCosts } from '../model/settings.ts';

/** What one execution did, by the kinds of work that take time of their own. */
export interface WorkKinds {
  /** Gas of plain computation: what remains without the charges for the transaction, for reading and for writing storage. */
  readonly compute: number;
  /** Locations read. */
  readonly reads: number;
  /** Locations written. */
  readonly writes: number;
}

/** Charged before the first opcode. */
const TRANSACTION_GAS = 21_000;
/** First access to a slot (EIP-2929). */
const COLD_SLOT_GAS = 2100;
/** Writing a slot from zero, and any other (EIP-2200, less the cold access of EIP-2929). */
const NEW_SLOT_GAS = 20_000;
const SLOT_GAS = 2900;

/**
 * Takes the charges for storage out of the gas used, as they say nothing of the time. Counted by what changed in the end: a
 * slot that was written twice, or refunded, leaves a little too much or too little, and never less than nothing.
 */
export function workKindsOf(execution: FinalExecution): WorkKinds {
  const { reads, writes } = execution.recording;
  const counts = { reads: reads.length, writes: writes.length };
  if (execution.kind !== 'executed') return { compute: 0, ...counts };
  let charges = TRANSACTION_GAS;
  for (const { location } of reads) if (location[0] === 's') charges += COLD_SLOT_GAS;
  for (const { location, before } of writes) {
    if (location[0] === 's') charges += before === 0n ? NEW_SLOT_GAS : SLOT_GAS;
  }
  return { compute: Math.max(0, execution.receipt.gasUsed - charges), ...counts };
}

/** How long the work takes, in the unit of the costs. */
export function timeOfWork({ compute, reads, writes }: WorkKinds, costs: WorkCosts): number {
  return costs.transaction + (costs.compute * compute) / 1000 + costs.read * reads + costs.write * writes;
}
