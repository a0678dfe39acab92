import { timeOfWork, workKindsOf } from '../../analysis/work-kinds.ts';
import type { FinalExecution } from '../../model/execution.ts';
import type { TxIndex } from '../../model/ids.ts';
import type { CostModel, WorkCosts } from '../../model/settings.ts';

/** How fast an incarnation comes along, in gas of virtual time. */
export interface Pace {
  /** From its start to the access that it reaches after `gasUsed`. */
  at(tx: TxIndex, gasUsed: number): number;
  /** From its start to its end. */
  of(execution: FinalExecution): number;
}

/** Time is gas. */
export const GAS_PACE: Pace = { at: (_tx, gasUsed) => gasUsed, of: gasOf };

/** Gas used, where time is gas; else what the kinds of work take, in whole gas. */
export function timeOf(execution: FinalExecution, work: WorkCosts | undefined): number {
  return work ? Math.round(timeOfWork(workKindsOf(execution), work)) : gasOf(execution);
}

/**
 * The pace of a block whose serial executions are known, where the costs say that time isn't gas. An incarnation comes along
 * evenly: at half of the gas that its transaction uses serially, half of the time has passed that it takes serially.
 */
export function paceOf({ work }: CostModel, serial: readonly FinalExecution[]): { readonly pace?: Pace } {
  if (!work) return {};
  const perGas = serial.map((execution) => {
    const used = gasOf(execution);
    // One that is invalid serially gets no further than its first reads, unless it is run too early.
    return used > 0 ? timeOf(execution, work) / used : work.compute / 1000;
  });
  return {
    pace: {
      at: (tx, gasUsed) => Math.round(gasUsed * (perGas[tx] ?? 0)),
      of: (execution) => timeOf(execution, work),
    },
  };
}

function gasOf(execution: FinalExecution): number {
  return execution.kind === 'executed' ? execution.receipt.gasUsed : 0;
}
