import type { Block } from '../model/block.ts';
import type { ExecuteOptions, Execution, StateView } from '../model/execution.ts';
import type { Address, TxIndex } from '../model/ids.ts';
import { balanceOf, codeOf, type Location, slotOf } from '../model/location.ts';
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
  /** The state location that the opcode is about: of a call, the code called; absent for most opcodes. */
  readonly location?: Location;
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
    const address = step.address.toString() as Address;
    const stack = step.stack.slice(-STACK_SHOWN).reverse();
    const location = locationOf(step.opcode.name, address, stack);
    steps.push({
      pc: step.pc,
      name: step.opcode.name,
      gasLeft: step.gasLeft,
      cost: step.opcode.dynamicFee ?? BigInt(step.opcode.fee),
      depth: step.depth,
      address,
      stack,
      stackSize: step.stack.length,
      memoryWords: Number(step.memoryWordCount),
      ...(location && { location }),
    });
  });
  return { execution: await executor.execute(tx, view, options), steps, count };
}

const LOW_160 = (1n << 160n) - 1n;

function locationOf(name: string, self: Address, stack: readonly bigint[]): Location | undefined {
  const addressAt = (depth: number): Address =>
    `0x${((stack[depth] ?? 0n) & LOW_160).toString(16).padStart(40, '0')}` as Address;
  switch (name) {
    case 'SLOAD':
    case 'SSTORE':
      return slotOf(self, `0x${(stack[0] ?? 0n).toString(16)}`);
    case 'SELFBALANCE':
      return balanceOf(self);
    case 'BALANCE':
    case 'SELFDESTRUCT':
      return balanceOf(addressAt(0));
    case 'EXTCODESIZE':
    case 'EXTCODECOPY':
    case 'EXTCODEHASH':
      return codeOf(addressAt(0));
    case 'CALL':
    case 'CALLCODE':
    case 'DELEGATECALL':
    case 'STATICCALL':
      return codeOf(addressAt(1));
    default:
      return undefined;
  }
}
