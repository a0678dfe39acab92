import type { CreditMode, Execution, FeeMode } from '../model/execution.ts';
import type { Gas, TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';

/** Before the first wait and the first read. */
export interface StartNode {
  readonly kind: 'start';
  next: MemoNode | undefined;
}

/** The incarnation may have to wait at this access point. */
export interface PaceNode {
  readonly kind: 'pace';
  readonly at: Gas;
  next: MemoNode | undefined;
}

/** The incarnation reads; where it goes from here depends on the value. */
export interface ReadNode {
  readonly kind: 'read';
  readonly location: Location;
  /** The first value that anybody read here, and what came next. Mostly there is no other. */
  value: Value | undefined;
  next: MemoNode | undefined;
  others: Map<Value, MemoNode> | undefined;
  /** What it is when this read blocks, by whomever. */
  blocked: Extract<Execution, { kind: 'blocked' }> | undefined;
}

/** The incarnation has ended. */
export interface EndNode {
  readonly kind: 'end';
  readonly execution: Execution;
}

export type MemoNode = PaceNode | ReadNode | EndNode;

/**
 * What transactions of one block did, as a decision trie for each: an incarnation is a sequence of waits and reads that
 * is the same as long as the values read are the same, and ends in an execution.
 */
export interface Memo {
  start(tx: TxIndex, fees: FeeMode, credits: CreditMode): StartNode;
  /** Must be told of every node before it is put anywhere. */
  count(node: MemoNode): void;
}

/** How far an incarnation has come. */
export class Way {
  readonly start: StartNode;
  #at: StartNode | PaceNode | ReadNode;
  /** What it has read there. */
  #value: Value | undefined;

  constructor(start: StartNode) {
    this.start = start;
    this.#at = start;
  }

  /** Undefined when nobody has come this way yet. */
  get next(): MemoNode | undefined {
    const at = this.#at;
    if (at.kind !== 'read' || at.value === this.#value) return at.next;
    return at.others?.get(this.#value as Value);
  }

  /** Makes `node` what comes next. */
  add(node: MemoNode): void {
    const at = this.#at;
    const value = this.#value as Value;
    if (at.kind === 'read' && at.value === undefined) at.value = value;
    if (at.kind !== 'read' || at.value === value) {
      at.next = node;
      return;
    }
    at.others ??= new Map();
    at.others.set(value, node);
  }

  pass(node: PaceNode): void {
    this.#at = node;
  }

  take(node: ReadNode, value: Value): void {
    this.#at = node;
    this.#value = value;
  }
}

/** Nodes, and items of the executions at the ends: some 100 bytes each. */
const DEFAULT_CAPACITY = 2_000_000;

/**
 * An empty memo for one block; it may be shared by all lanes of a run and by later runs. When `capacity` is reached,
 * all is forgotten, and learnt again as far as it is still needed.
 */
export function createMemo(capacity = DEFAULT_CAPACITY): Memo {
  let starts = new Map<string, StartNode[]>();
  let size = 0;
  return {
    start(tx, fees, credits) {
      const terms = fees + credits;
      let ofTerms = starts.get(terms);
      if (!ofTerms) {
        ofTerms = [];
        starts.set(terms, ofTerms);
      }
      ofTerms[tx] ??= { kind: 'start', next: undefined };
      return ofTerms[tx];
    },
    count(node) {
      size += weightOf(node);
      if (size <= capacity) return;
      starts = new Map();
      size = 0;
    },
  };
}

function weightOf(node: MemoNode): number {
  if (node.kind !== 'end') return 1;
  const { reads, writes } = node.execution.recording;
  const logs = node.execution.kind === 'executed' ? node.execution.receipt.logs.length : 0;
  return 1 + reads.length + writes.length + 4 * logs;
}
