import type { FinalExecution } from './execution.ts';
import type { RunEvent, RunClock } from './events.ts';
import type { Gas, Hex, LaneIndex, TxIndex } from './ids.ts';
import type { Location, Value } from './location.ts';
import type { ListDifference } from './block-access-list.ts';
import type { EngineId, RunSettings } from './settings.ts';

/** Final values of every location that differs from the prestate; a wiped account's slots are listed as zero where known. */
export type PostState = ReadonlyMap<Location, Value>;

/** What makes a block result comparable: receipts in block order and the state after it. */
export interface BlockResult {
  /** By transaction index. */
  readonly executions: readonly FinalExecution[];
  readonly postState: PostState;
  readonly gasUsed: bigint;
  readonly receiptsRoot: Hex;
  readonly logsBloom: Hex;
}

/** One way in which a run's result is not the serial one. */
export type Difference =
  | {
      readonly kind: 'state';
      readonly location: Location;
      readonly serial: Value;
      readonly run: Value;
      /** The last transaction that writes it serially, and the one whose write stands in the run. */
      readonly serialWriter: TxIndex | null;
      readonly runWriter: TxIndex | null;
      /** Transactions that wrote it in the run but whose write is not in the result. */
      readonly lost: readonly TxIndex[];
    }
  | {
      readonly kind: 'receipt';
      readonly tx: TxIndex;
      readonly field: 'success' | 'gasUsed' | 'logs' | 'output' | 'validity';
      readonly serial: string;
      readonly run: string;
    }
  /** The block access list that came with the block says otherwise than what its transactions did: the block is invalid. */
  | ({ readonly kind: 'list' } & ListDifference);

/** What is to be known of a block access list. */
export interface AccessListFigures {
  /** Bytes of its RLP. */
  readonly bytes: number;
  /** Keccak of it, which the header carries. */
  readonly hash: Hex;
  /** Addresses, and slots of each. */
  readonly items: number;
  /** The size rule: gas limit ÷ 2,000. */
  readonly mostItems: number;
  /** Values after a transaction: how often anything changes. */
  readonly changes: number;
}

export interface SerialCheck {
  readonly equal: boolean;
  readonly differences: readonly Difference[];
  /** Order against which it was checked, when it isn't block order (`lanes`, free order). */
  readonly order?: readonly TxIndex[];
  /** Root over the accounts known (the whole state for a composed block). */
  readonly postStateRoot: Hex;
  readonly serialPostStateRoot: Hex;
}

/** Against the header of a real block; null where the header doesn't say. */
export interface HeaderCheck {
  readonly gasUsed: boolean | null;
  readonly receiptsRoot: boolean | null;
  readonly logsBloom: boolean | null;
}

/** Figures of one run. Times in the unit of its clock. */
export interface RunMetrics {
  readonly engine: EngineId;
  readonly lanes: number;
  readonly clock: RunClock;
  /** Total cost of the final incarnations: gas in virtual time; measured, the time one lane needs for them. */
  readonly work: number;
  /**
   * What one lane takes for the block, in block order, at the same costs: the work, and in virtual time what handing out tasks and
   * loading from the prestate add to it.
   */
  readonly oneLane: number;
  readonly makespan: number;
  /** Heaviest chain of dependencies, same unit as work. */
  readonly criticalPath: number;
  /** No speed-up can exceed it: min(lanes, work ÷ criticalPath). */
  readonly bound: number;
  readonly speedup: number;
  /** speedup ÷ lanes, 0 to 1. */
  readonly efficiency: number;
  /** Executions started. */
  readonly incarnations: number;
  readonly aborts: number;
  /** Incarnations that met an ESTIMATE and gave up their lane. */
  readonly blocked: number;
  /** Gas spent on incarnations that were thrown away, up to where they stopped. */
  readonly reexecutedGas: Gas;
  /** Share of the makespan that each lane spent executing, 0 to 1. */
  readonly utilisation: readonly number[];
}

/** What the lane's worker spent the makespan on, µs. The parts add up to it. */
export interface LaneTime {
  /** Until its first transaction began. */
  readonly startUp: number;
  /** Around the EVM alone, all incarnations. */
  readonly evm: number;
  /** Between one transaction and the next while it had work: taking tasks, writing results down, publishing, messages. */
  readonly transfer: number;
  /** Nothing to do: until a task came. */
  readonly waiting: number;
}

/** What the coordinator spent on the run while it went on, µs. It works beside the lanes, and competes with them for the cores. */
export interface CoordinatorTime {
  /** Comparing reads with the memory. */
  readonly validation: number;
  /** The rest: choosing tasks, taking results. */
  readonly scheduling: number;
}

/** What only a measured run has. */
export interface MeasuredDetails {
  /**
   * `shared`: one memory for all workers, read at the moment of the access. `replica`: each worker has its own, as it was told with
   * its last tasks (no cross-origin isolation, or an engine that needs it).
   */
  readonly memory: 'shared' | 'replica';
  readonly timeApart: {
    /** By lane. */
    readonly lanes: readonly LaneTime[];
    readonly coordinator: CoordinatorTime;
  };
}

/** Everything a finished run gives. Plain data, so that it can cross from the worker. */
export interface RunReport {
  readonly settings: RunSettings;
  readonly events: readonly RunEvent[];
  /** The oracle: the block in block order on one lane. */
  readonly serial: BlockResult;
  /** What the engine produced. Where it equals the serial result it may be the same object. */
  readonly result: BlockResult;
  readonly metrics: RunMetrics;
  /** Absent in virtual time. */
  readonly measured?: MeasuredDetails;
  readonly check: SerialCheck;
  readonly header: HeaderCheck;
  /** `block-access-list`: the list that the block came with, tampered with or not. */
  readonly accessList?: AccessListFigures;
  /** Lane drawn for each transaction's final execution. */
  readonly finalLanes: readonly LaneIndex[];
  /** Keccak preimages that name storage slots: hash → bytes. */
  readonly preimages: ReadonlyMap<Hex, Hex>;
}
