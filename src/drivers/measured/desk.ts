import type { LaneIndex, TxIndex, Version } from '../../model/ids.ts';

/** Messages under way per lane: one in execution, one waiting, so that a worker never waits for the coordinator. */
const MESSAGES_AHEAD = 2;
/** Of a batch, what idle lanes are given first, so that they have something to do while the rest is found. */
const FIRST_SHARE = 0.25;

/** What was sent at one time, less what has ended of it. */
interface Message {
  readonly versions: Version[];
  readonly sent: number;
}

/**
 * Where what has been sent lies until it has ended. A lane has a desk of its own where it matters who does what; else all lanes work
 * at one, each taking what comes next, so that neighbours in the block are executed side by side and no lane falls behind the others.
 */
export class Desk {
  readonly lanes: readonly LaneIndex[];
  readonly #ahead: boolean;
  readonly #costOf: (tx: TxIndex) => number;
  #messages: Message[] = [];

  /** `ahead`: whether anything may be sent while something is under way. `costOf`: expected time, µs. */
  constructor(lanes: readonly LaneIndex[], ahead: boolean, costOf: (tx: TxIndex) => number) {
    this.lanes = lanes;
    this.#ahead = ahead;
    this.#costOf = costOf;
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** In the order in which it was sent. */
  get underWay(): readonly Version[] {
    return this.#messages.flatMap(({ versions }) => versions);
  }

  get count(): number {
    return this.#messages.reduce((sum, { versions }) => sum + versions.length, 0);
  }

  /** When the oldest of it was sent; infinite when there is nothing. */
  get oldest(): number {
    return this.#messages[0]?.sent ?? Number.POSITIVE_INFINITY;
  }

  /** How much may be sent now where a batch of so much is right for a lane, µs; null: nothing. */
  room(batch: number): number | null {
    const width = this.lanes.length;
    if (this.isEmpty) return this.#ahead ? FIRST_SHARE * batch * width : 0;
    if (!this.#ahead) return null;
    if (width === 1) return this.#messages.length < MESSAGES_AHEAD ? batch : null;
    if (this.count < MESSAGES_AHEAD * width) return batch * width;
    let cost = 0;
    for (const { versions } of this.#messages) for (const { tx } of versions) cost += this.#costOf(tx);
    return cost <= batch * width ? batch * width : null;
  }

  put(versions: readonly Version[], sent: number): void {
    this.#messages.push({ versions: [...versions], sent });
  }

  /** Takes a version away that has ended, or is lost. When it was sent, and whether it was the last of its message. */
  take({ tx, incarnation }: Version): { readonly sent: number; readonly wasLast: boolean } {
    for (const message of this.#messages) {
      const at = message.versions.findIndex((version) => version.tx === tx && version.incarnation === incarnation);
      if (at < 0) continue;
      message.versions.splice(at, 1);
      const wasLast = message.versions.length === 0;
      if (wasLast) this.#messages = this.#messages.filter((other) => other !== message);
      return { sent: message.sent, wasLast };
    }
    throw new Error(`what has ended was never sent: ${tx}.${incarnation}`);
  }
}
