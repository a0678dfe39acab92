import { BlockedRead, type ExecuteOptions, type Execution, type Executor, type StateView } from '../model/execution.ts';
import type { Gas, TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import { createMemo, type Memo, type MemoNode, type ReadNode, type Slot } from './memo.ts';

/**
 * An executor that runs the EVM only for what it hasn't seen. For the caller nothing differs but the time: the same waits
 * and reads in the same order, the same executions (as objects, even, so they mustn't be changed). A memo may be shared by
 * executors of the same block only.
 */
export function createMemoExecutor(executor: Executor, memo: Memo = createMemo()): Executor {
  return {
    get preimages() {
      return executor.preimages;
    },
    async execute(tx, view, options) {
      const walk = await follow(memo.root(tx, options.fees, options.credits), view, options);
      return walk.execution ?? executeAfter(executor, memo, tx, view, options, walk);
    },
  };
}

/** How far a walk along the trie has come. */
interface Walk {
  readonly execution: Execution | undefined;
  /** Calls already made, which must not be made again. */
  readonly paces: number;
  readonly values: readonly Value[];
  /** The view has thrown at the read after these. */
  readonly thrown: { readonly error: unknown } | undefined;
}

/** Makes the waits and reads that are known to come, until the execution is known or what comes next isn't. */
async function follow(root: Slot, view: StateView, { pace }: ExecuteOptions): Promise<Walk> {
  const values: Value[] = [];
  let paces = 0;
  let { node } = root;
  while (node !== undefined) {
    switch (node.kind) {
      case 'pace': {
        const wait = pace?.(node.at);
        if (wait !== undefined) await wait;
        paces++;
        node = node.next.node;
        break;
      }
      case 'read': {
        let value: Value;
        try {
          value = view.read(node.location);
        } catch (error) {
          const execution: Execution | undefined =
            error instanceof BlockedRead && node.blocked
              ? { ...node.blocked, location: error.location, by: error.by }
              : undefined;
          return { execution, paces, values, thrown: { error } };
        }
        values.push(value);
        node = node.branches.get(value)?.node;
        break;
      }
      case 'end':
        return { execution: node.execution, paces, values, thrown: undefined };
    }
  }
  return { execution: undefined, paces, values, thrown: undefined };
}

/** Runs the EVM: up to where the walk came on the values it read, then on the view; and adds what comes to the trie. */
async function executeAfter(
  executor: Executor,
  memo: Memo,
  tx: TxIndex,
  view: StateView,
  { fees, credits, pace }: ExecuteOptions,
  { paces, values, thrown }: Walk,
): Promise<Execution> {
  let slot = memo.root(tx, fees, credits);
  let pacesSeen = 0;
  let readsSeen = 0;
  let reading: ReadNode | undefined;
  const add = (node: MemoNode): MemoNode => {
    memo.put(slot, node);
    return node;
  };

  const replayed: StateView = {
    read(location: Location): Value {
      const node = slot.node ?? add({ kind: 'read', location, branches: new Map(), blocked: undefined });
      if (node.kind !== 'read' || node.location !== location) throw new Error(`the EVM read ${location} unexpectedly`);
      reading = node;
      const seen = readsSeen++;
      if (seen === values.length && thrown) throw thrown.error;
      const value = seen < values.length ? (values[seen] as Value) : view.read(location);
      reading = undefined;
      let next = node.branches.get(value);
      if (!next) {
        next = { node: undefined };
        node.branches.set(value, next);
      }
      slot = next;
      return value;
    },
  };
  const replayedPace = (at: Gas): Promise<void> | undefined => {
    const node = slot.node ?? add({ kind: 'pace', at, next: { node: undefined } });
    if (node.kind !== 'pace' || node.at !== at)
      throw new Error(`the EVM reached an access point at ${at} unexpectedly`);
    slot = node.next;
    return pacesSeen++ < paces ? undefined : pace?.(at);
  };

  const execution = await executor.execute(tx, replayed, { fees, credits, pace: replayedPace });
  if (execution.kind === 'blocked') {
    // Assigned in a closure, which the compiler doesn't follow.
    const at = reading as ReadNode | undefined;
    if (at) at.blocked = execution;
  } else if (slot.node === undefined) add({ kind: 'end', execution });
  return execution;
}
