import { BlockedRead, type ExecuteOptions, type Execution, type Executor, type StateView } from '../model/execution.ts';
import type { Gas, TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import { createMemo, type Memo, type MemoNode, type ReadNode, type StartNode, Way } from './memo.ts';

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
      const start = memo.start(tx, options.fees, options.credits);
      const walk = await follow(start, view, options);
      return walk.execution ?? explore(executor, { memo, start, tx, view, options, walked: walk });
    },
  };
}

/** Calls already made, which must not be made again. */
export interface Walked {
  readonly paces: number;
  readonly values: readonly Value[];
  /** The view has thrown at the read after these. */
  readonly thrown?: { readonly error: unknown };
}

interface Walk extends Walked {
  readonly execution?: Execution;
}

/** Makes the waits and reads that are known to come, until the execution is known or what comes next isn't. */
async function follow(start: StartNode, view: StateView, { pace }: ExecuteOptions): Promise<Walk> {
  const values: Value[] = [];
  const way = new Way(start);
  let paces = 0;
  for (let node = way.next; node !== undefined; node = way.next) {
    switch (node.kind) {
      case 'pace': {
        const wait = pace?.(node.at);
        if (wait !== undefined) await wait;
        paces++;
        way.pass(node);
        break;
      }
      case 'read': {
        let value: Value;
        try {
          value = view.read(node.location);
        } catch (error) {
          const thrown = { error };
          if (!(error instanceof BlockedRead && node.blocked)) return { paces, values, thrown };
          const execution = { ...node.blocked, location: error.location, by: error.by };
          return { execution, paces, values, thrown };
        }
        values.push(value);
        way.take(node, value);
        break;
      }
      case 'end':
        return { execution: node.execution, paces, values };
    }
  }
  return { paces, values };
}

/** An incarnation that has come to where nobody has been before. */
export interface Expedition {
  readonly memo: Memo;
  readonly start: StartNode;
  readonly tx: TxIndex;
  readonly view: StateView;
  readonly options: ExecuteOptions;
  readonly walked: Walked;
}

/** Runs the EVM: up to there on the values read so far, then on the view; and adds what comes to the trie. */
export async function explore(executor: Executor, expedition: Expedition): Promise<Execution> {
  const { memo, tx, view, options } = expedition;
  const { paces, values, thrown } = expedition.walked;
  const { fees, credits, pace } = options;
  const way = new Way(expedition.start);
  let pacesSeen = 0;
  let readsSeen = 0;
  let reading: ReadNode | undefined;

  function add<T extends MemoNode>(node: T): T {
    memo.count(node);
    way.add(node);
    return node;
  }

  const replayed: StateView = {
    read(location: Location): Value {
      const node = way.next ?? add(readNode(location));
      if (node.kind !== 'read' || node.location !== location) throw new Error(`the EVM read ${location} unexpectedly`);
      reading = node;
      const seen = readsSeen++;
      if (seen === values.length && thrown) throw thrown.error;
      const value = seen < values.length ? (values[seen] as Value) : view.read(location);
      reading = undefined;
      way.take(node, value);
      return value;
    },
  };
  const replayedPace = (at: Gas): Promise<void> | undefined => {
    const node = way.next ?? add({ kind: 'pace', at, next: undefined });
    if (node.kind !== 'pace' || node.at !== at)
      throw new Error(`the EVM reached an access point at ${at} unexpectedly`);
    way.pass(node);
    return pacesSeen++ < paces ? undefined : pace?.(at);
  };

  const execution = await executor.execute(tx, replayed, { fees, credits, pace: replayedPace });
  if (execution.kind === 'blocked') {
    // Assigned in a closure, which the compiler doesn't follow.
    const at = reading as ReadNode | undefined;
    if (at) at.blocked = execution;
  } else if (way.next === undefined) add({ kind: 'end', execution });
  return execution;
}

function readNode(location: Location): ReadNode {
  return { kind: 'read', location, value: undefined, next: undefined, others: undefined, blocked: undefined };
}
