import type { TxIndex } from './ids.ts';

/** Why an engine won't run what it was given. */
export interface Refusal {
  /** One or two sentences: what is wrong, where, what to do. */
  readonly message: string;
  /** `lanes`, wait policy: the cycle between lane order and dependencies, as transactions, and the shortest fix. */
  readonly cycle?: readonly TxIndex[];
  readonly fix?: string;
  /** The fix as moves of a card within its lane, one after the other; absent where none as short was found. */
  readonly moves?: readonly LaneMove[];
}

/** Card `tx` goes right in front of card `before`, which is on the same lane. */
export interface LaneMove {
  readonly tx: TxIndex;
  readonly before: TxIndex;
}
