import type { Block } from '../model/block.ts';
import type { ExecuteOptions, Execution, StateView } from '../model/execution.ts';
import type { Address, TxIndex } from '../model/ids.ts';
import { createSteppingExecutor } from './executor.ts';

/** One opcode, as it was about to run. */
export interface TraceStep {
  readonly pc: number;
  /** `PUSH1`, `SSTORE`, … */
  readonly name: string;
  /** Of the frame, before the opcode is paid. */
  readonly gasLeft: bigint;
  /** What the opcode costs; for a call without what the callee will use. */
  readonly cost: bigint;
  /** 0 for the outermost frame. */
  readonly depth: number;
  /** In whose name the code runs. */
  readonly address: Address;
  /** Words on top of the stack, the topmost first; at most `STACK_SHOWN`. */
  readonly stack: readonly bigint[];
  /** All words on the stack. */
  readonly stackSize: number;
  readonly memoryWords: number;
}

export interface Trace {
  readonly steps: readonly TraceStep[];
  /** Opcodes in all; more than `steps` holds when there were too many to keep. */
  readonly count: number;
  readonly execution: Execution;
}

export const STACK_SHOWN = 8;
const DEFAULT_STEPS = 20_000;

/** Executes one transaction on what `view` shows, opcode by opcode; the first `most` steps are kept. */
export async function traceTransaction(
  block: Block,
  tx: TxIndex,
  view: StateView,
  options: ExecuteOptions,
  most = DEFAULT_STEPS,
): Promise<Trace> {
  const steps: TraceStep[] = [];
  let count = 0;
  const executor = await createSteppingExecutor(block, (step) => {
    if (count++ >= most) return;
    steps.push({
      pc: step.pc,
      name: step.opcode.name,
      gasLeft: step.gasLeft,
      cost: step.opcode.dynamicFee ?? BigInt(step.opcode.fee),
      depth: step.depth,
      address: step.address.toString() as Address,
      stack: step.stack.slice(-STACK_SHOWN).reverse(),
      stackSize: step.stack.length,
      memoryWords: Number(step.memoryWordCount),
    });
  });
  return { execution: await executor.execute(tx, view, options), steps, count };
}
