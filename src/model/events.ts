import type { InvalidReason } from './execution.ts';
import type { Gas, LaneIndex, TxIndex, Version } from './ids.ts';
import type { Location, Value } from './location.ts';
import type { LockGranularity } from './settings.ts';

/**
 * Where a value that was read came from: the state before the block, a version written in it, or (fee recipient and
 * commutative credits only) a sum over several transactions: the last full write (`base`, null for the prestate), and
 * `terms` fees and credits since. `youngest` is the credit published last among them, fees not counted: with `base`
 * and `terms` it tells two sums apart as a version tells two writes apart. Or the block access list, which has it at an index: 0 from
 * before the first transaction, i + 1 from transaction i, whether that has run or not.
 */
export type Origin =
  | { readonly kind: 'prestate' }
  | { readonly kind: 'list'; readonly index: number }
  | { readonly kind: 'version'; readonly version: Version }
  | {
      readonly kind: 'sum';
      readonly base: Version | null;
      readonly terms: number;
      readonly youngest: Version | null;
    };

export type TaskKind = 'execute' | 'validate';

/** Why a lane that could run something doesn't. */
export type WaitCause =
  /** `tx` must wait until `on` has finished, because of `location` (absent: because of an order drawn or a group's). */
  | { readonly kind: 'dependency'; readonly tx: TxIndex; readonly on: TxIndex; readonly location?: Location }
  /** `tx` needs a lock that `on` holds or comes first for: on `location`, or on the whole account that it belongs to. */
  | {
      readonly kind: 'lock';
      readonly tx: TxIndex;
      readonly on: TxIndex;
      readonly location: Location;
      readonly granularity: LockGranularity;
    }
  /** `tx` has been executed and waits for the commit of `on`, its predecessor in the block. */
  | { readonly kind: 'commit'; readonly tx: TxIndex; readonly on: TxIndex }
  /** Others are still at work on this round. */
  | { readonly kind: 'barrier'; readonly round: number }
  /** `block-access-list`: the locations that the list names are being loaded from the prestate, all side by side. */
  | { readonly kind: 'prefetch'; readonly locations: number }
  /** The only transactions left are pinned to other lanes. */
  | { readonly kind: 'pinned-elsewhere' }
  /** No task is left for this lane, though others still run. */
  | { readonly kind: 'no-task' };

/** Why a validation failed or an incarnation was thrown away. */
export type AbortCause =
  /** `location` was read from `read`, but by now `found` is what a reader should see (absent: an ESTIMATE). `by` wrote it. */
  | {
      readonly kind: 'stale-read';
      readonly location: Location;
      readonly read: Origin;
      readonly found?: Origin;
      readonly by: TxIndex | null;
      /** Value seen, and the value that should have been seen, where known. */
      readonly seen?: Value;
      readonly current?: Value;
    }
  /**
   * It needs a location that `by` will probably write: the sender's nonce, when it couldn't be included as it came before the
   * sender's earlier transaction.
   */
  | { readonly kind: 'estimate'; readonly location: Location; readonly by: TxIndex };

/** A round executes all that is pending, then validates; what is left after the last round runs serially. */
export type RoundStage = 'execute' | 'validate' | 'serial';

interface At {
  /** Time in the run's unit (`RunClock`): whole gas in virtual time, microseconds when measured. */
  readonly at: number;
}
interface OnLane extends At {
  readonly lane: LaneIndex;
}

/**
 * Everything that happened, in order; the one source of every picture and figure. `at` never falls along the log.
 * A task is the stretch on its lane from `started` to `finished`, `blocked`, or `validated`.
 */
export type RunEvent =
  | (OnLane & { readonly kind: 'started'; readonly task: TaskKind; readonly version: Version })
  /** First read of a location by this incarnation. */
  | (OnLane & {
      readonly kind: 'read';
      readonly version: Version;
      readonly location: Location;
      readonly origin: Origin;
      readonly value: Value;
    })
  /** The incarnation met an ESTIMATE and gave up its lane. */
  | (OnLane & {
      readonly kind: 'blocked';
      readonly version: Version;
      readonly location: Location;
      readonly by: TxIndex;
      /** Gas used by then. */
      readonly gasUsed: Gas;
    })
  /** The incarnation has run to its end; its writes are published now. */
  | (OnLane & {
      readonly kind: 'finished';
      readonly version: Version;
      readonly gasUsed: Gas;
      readonly success: boolean;
      readonly writes: number;
      readonly invalid?: InvalidReason;
    })
  | (OnLane & {
      readonly kind: 'validated';
      readonly version: Version;
      readonly ok: boolean;
      readonly cause?: AbortCause;
    })
  /** The incarnation's result is thrown away; another will follow. */
  | (At & { readonly kind: 'aborted'; readonly version: Version; readonly cause: AbortCause })
  /** The result of this incarnation is final. */
  | (At & { readonly kind: 'committed'; readonly version: Version })
  /** `account-locks`: queued on its lane. It holds its locks from now until it has finished. */
  | (OnLane & { readonly kind: 'locked'; readonly tx: TxIndex; readonly locks: number })
  /** The engine gives this incarnation no place in the block: it counts as invalid, and nothing it wrote is kept. */
  | (At & {
      readonly kind: 'rejected';
      readonly version: Version;
      readonly reason: InvalidReason;
      readonly location: Location;
    })
  /** `rounds`: a barrier. All lanes have done with what came before; now `stage` of `round` (from 1) begins. */
  | (At & {
      readonly kind: 'round';
      readonly round: number;
      readonly stage: RoundStage;
      /** How many take part. */
      readonly transactions: number;
    })
  /** From now until its next `started`, the lane has nothing to do, and why. */
  | (OnLane & {
      readonly kind: 'waiting';
      readonly cause: WaitCause;
      /** It is true of every lane that waits: one is told for all. */
      readonly everyLane?: true;
    });

/** One clock per run. Modelled and measured times are never mixed. */
export type RunClock = 'virtual' | 'measured';

/** Unit of `RunEvent.at`. */
export const CLOCK_UNIT: Readonly<Record<RunClock, 'gas' | 'µs'>> = { virtual: 'gas', measured: 'µs' };
