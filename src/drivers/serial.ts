import { createSerialState } from '../evm/serial-state.ts';
import { effectivePrestate } from '../evm/system-calls.ts';
import { breathe } from '../lib/breathe.ts';
import type { Cancellation } from '../lib/cancellation.ts';
import type { Block } from '../model/block.ts';
import type { CreditMode, Executor, FeeMode, FinalExecution } from '../model/execution.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import type { BlockResult } from '../model/run.ts';
import { toBlockResult } from './block-result.ts';

export interface SerialOptions {
  readonly fees: FeeMode;
  readonly credits: CreditMode;
  /** Another order than the block's; receipts stay by transaction index. */
  readonly order?: readonly TxIndex[];
  readonly cancellation?: Cancellation;
  readonly onProgress?: (done: number) => void;
}

/** Transactions between two pauses in which the event loop gets its turn. */
const TURNS = 16;

/** Executes the block on one lane, one transaction after the other: the oracle. Null when it was cancelled. */
export async function runSerial(block: Block, executor: Executor, options: SerialOptions): Promise<BlockResult | null> {
  const { fees, credits, cancellation } = options;
  const state = createSerialState(effectivePrestate(block), block.env.coinbase);
  const executions: FinalExecution[] = [];
  const order = options.order ?? block.transactions.map((_, tx) => txIndex(tx));
  for (const [done, tx] of order.entries()) {
    const execution = await executor.execute(tx, state, { fees, credits });
    if (execution.kind === 'blocked') throw new Error(`transaction ${tx} was blocked in serial execution`);
    state.apply(execution.recording);
    executions[tx] = execution;
    if (done % TURNS === 0) {
      options.onProgress?.(done);
      await breathe();
      if (cancellation?.cancelled) return null;
    }
  }
  return toBlockResult(executions, state.postState());
}
