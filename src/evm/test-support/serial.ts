import type { Block } from '../../model/block.ts';
import type { CreditMode, FeeMode, FinalExecution } from '../../model/execution.ts';
import { txIndex } from '../../model/ids.ts';
import { createExecutor } from '../executor.ts';
import { createSerialState, type SerialState } from '../serial-state.ts';
import { effectivePrestate } from '../system-calls.ts';

/** The block in the given order, block order by default; executions by transaction index. */
export async function executeSerially(
  block: Block,
  {
    fees = 'delta',
    credits = 'strict',
    order,
  }: { fees?: FeeMode; credits?: CreditMode; order?: readonly number[] } = {},
): Promise<{ executions: FinalExecution[]; state: SerialState }> {
  const executor = await createExecutor(block);
  const state = createSerialState(effectivePrestate(block), block.env.coinbase);
  const executions: FinalExecution[] = [];
  for (const index of order ?? block.transactions.keys()) {
    const execution = await executor.execute(txIndex(index), state, { fees, credits });
    if (execution.kind === 'blocked') throw new Error('nothing blocks in serial execution');
    state.apply(execution.recording);
    executions[index] = execution;
  }
  return { executions, state };
}
