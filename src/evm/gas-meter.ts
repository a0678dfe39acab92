import type { Gas } from '../model/ids.ts';
import type { RecordingState } from './recording-state.ts';

/** The part of a frame that the meter looks at. */
export interface MeteredFrame {
  readonly gasLeft: bigint;
  readonly gasRefund: bigint;
}

/** Waits, when there is a need to, until the driver lets the incarnation go on. */
export type Pace = (gasUsed: Gas) => Promise<void> | undefined;

/**
 * How much gas an incarnation has used at an access point: nothing before it executes (its sender, recipient and code are
 * looked at first; the intrinsic gas pays for the transaction as a whole), then intrinsic gas plus what every open frame
 * has used, less the refund as far as it would be granted now. It never falls, though refunds and call stipends make the
 * sum fall for a moment; where refunds come late it may end above the receipt's figure.
 */
export class GasMeter {
  readonly #state: RecordingState;
  readonly #refundQuotient: bigint;
  #pace: Pace | undefined;
  #intrinsic = 0n;
  /** Used by the frames that wait for the present one. */
  #below = 0n;
  #limit = 0n;
  #frame: MeteredFrame | undefined;

  constructor(state: RecordingState, refundQuotient: bigint) {
    this.#state = state;
    this.#refundQuotient = refundQuotient;
  }

  begin(intrinsic: bigint, pace: Pace | undefined): void {
    this.#intrinsic = intrinsic;
    this.#pace = pace;
    this.#below = 0n;
    this.#limit = 0n;
    this.#frame = undefined;
  }

  /** The first access point. */
  start(): Promise<void> | undefined {
    return this.#pace?.(0 as Gas);
  }

  /** The last access point: paying the fee, where that is an access. */
  end(): Promise<void> | undefined {
    return this.#pace?.(this.#state.at as Gas);
  }

  /** An access point: reads from here on carry its gas. What it returns must be awaited before the state is accessed. */
  reach(): Promise<void> | undefined {
    const state = this.#state;
    const used = Number(this.#used());
    if (used > state.at) state.at = used;
    return this.#pace === undefined ? undefined : this.#pace(state.at as Gas);
  }

  /** The outermost call has returned: what the transaction's end reads carries the gas of all that was executed. */
  finish(executed: bigint, refund: bigint): void {
    const used = Number(this.#lessRefund(this.#intrinsic + executed, refund));
    if (used > this.#state.at) this.#state.at = used;
  }

  #used(): bigint {
    const frame = this.#frame;
    if (frame === undefined) return this.#intrinsic;
    return this.#lessRefund(this.#intrinsic + this.#below + this.#limit - frame.gasLeft, frame.gasRefund);
  }

  #lessRefund(used: bigint, refund: bigint): bigint {
    if (refund === 0n) return used;
    const most = used / this.#refundQuotient;
    return used - (refund < most ? refund : most);
  }

  /** Opens a frame with `limit` gas. The result closes it. */
  enter(frame: MeteredFrame, limit: bigint): () => void {
    const outer = this.#frame;
    const outerLimit = this.#limit;
    const outerBelow = this.#below;
    if (outer !== undefined) this.#below += outerLimit - outer.gasLeft;
    this.#frame = frame;
    this.#limit = limit;
    return () => {
      this.#frame = outer;
      this.#limit = outerLimit;
      this.#below = outerBelow;
    };
  }
}
