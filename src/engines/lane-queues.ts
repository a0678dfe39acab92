import { createPriorityQueue, type PriorityQueue } from '../lib/priority-queue.ts';
import type { LaneIndex, TxIndex } from '../model/ids.ts';

/**
 * Transactions waiting for a lane, each at most once: one queue that all lanes share, and one for each lane that something is
 * pinned to. A lane is offered the better of the two fronts, so that a pin restricts one transaction and holds up no other.
 */
export interface LaneQueues {
  /** No effect when it waits already. */
  add(tx: TxIndex): void;
  /** The best that `lane` may run, without taking it. */
  peek(lane: LaneIndex): TxIndex | undefined;
  take(lane: LaneIndex): TxIndex | undefined;
  /** Nothing waits for any lane. */
  readonly isEmpty: boolean;
}

/** `isStale`: no longer to be run; dropped when it comes to the front. */
export function createLaneQueues(
  pins: ReadonlyMap<TxIndex, LaneIndex>,
  compare: (a: TxIndex, b: TxIndex) => number,
  isStale: (tx: TxIndex) => boolean = () => false,
): LaneQueues {
  const shared = createPriorityQueue(compare);
  const own = new Map<LaneIndex, PriorityQueue<TxIndex>>();
  for (const lane of pins.values()) own.set(lane, createPriorityQueue(compare));
  const waiting = new Set<TxIndex>();

  function pop(queue: PriorityQueue<TxIndex> | undefined): TxIndex | undefined {
    const tx = queue?.pop();
    if (tx !== undefined) waiting.delete(tx);
    return tx;
  }

  function front(queue: PriorityQueue<TxIndex> | undefined): TxIndex | undefined {
    for (let tx = queue?.peek(); tx !== undefined; tx = queue?.peek()) {
      if (!isStale(tx)) return tx;
      pop(queue);
    }
    return undefined;
  }

  function bestQueue(lane: LaneIndex): PriorityQueue<TxIndex> | undefined {
    const mine = front(own.get(lane));
    const anyones = front(shared);
    if (mine === undefined) return anyones === undefined ? undefined : shared;
    return anyones === undefined || compare(mine, anyones) < 0 ? own.get(lane) : shared;
  }

  return {
    add(tx) {
      if (waiting.has(tx)) return;
      waiting.add(tx);
      const lane = pins.get(tx);
      const queue = lane === undefined ? shared : own.get(lane);
      queue?.push(tx);
    },
    peek: (lane) => bestQueue(lane)?.peek(),
    take: (lane) => pop(bestQueue(lane)),
    get isEmpty() {
      return front(shared) === undefined && [...own.values()].every((queue) => front(queue) === undefined);
    },
  };
}
