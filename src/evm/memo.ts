import type { CreditMode, Execution, FeeMode } from '../model/execution.ts';
import type { Gas, TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';

/** The incarnation may have to wait at this access point. */
export interface PaceNode {
  readonly kind: 'pace';
  readonly at: Gas;
  readonly next: Slot;
}

/** The incarnation reads; where it goes from here depends on the value. */
export interface ReadNode {
  readonly kind: 'read';
  readonly location: Location;
  readonly branches: Map<Value, Slot>;
  /** What it is when this read blocks, by whomever. */
  blocked: Extract<Execution, { kind: 'blocked' }> | undefined;
}

/** The incarnation has ended. */
export interface EndNode {
  readonly kind: 'end';
  readonly execution: Execution;
}

export type MemoNode = PaceNode | ReadNode | EndNode;

/** A place in the trie for a node that may not be known yet. */
export interface Slot {
  node: MemoNode | undefined;
}

/**
 * What transactions of one block did, as a decision trie for each: an incarnation is a sequence of waits and reads that
 * is the same as long as the values read are the same, and ends in an execution.
 */
export interface Memo {
  root(tx: TxIndex, fees: FeeMode, credits: CreditMode): Slot;
  /** Fills a slot. */
  put(slot: Slot, node: MemoNode): void;
}

/** Nodes, and items of the executions at the ends: some 100 bytes each. */
const DEFAULT_CAPACITY = 2_000_000;

/**
 * An empty memo for one block; it may be shared by all lanes of a run and by later runs. When `capacity` is reached,
 * all is forgotten, and learnt again as far as it is still needed.
 */
export function createMemo(capacity = DEFAULT_CAPACITY): Memo {
  let roots = new Map<string, Slot>();
  let size = 0;
  return {
    root(tx, fees, credits) {
      const key = `${tx} ${fees} ${credits}`;
      let slot = roots.get(key);
      if (!slot) {
        slot = { node: undefined };
        roots.set(key, slot);
      }
      return slot;
    },
    put(slot, node) {
      size += weightOf(node);
      if (size > capacity) {
        roots = new Map();
        size = 0;
      }
      slot.node = node;
    },
  };
}

function weightOf(node: MemoNode): number {
  if (node.kind !== 'end') return 1;
  const { reads, writes } = node.execution.recording;
  const logs = node.execution.kind === 'executed' ? node.execution.receipt.logs.length : 0;
  return 1 + reads.length + writes.length + 4 * logs;
}
