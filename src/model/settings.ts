import type { CreditMode, FeeMode } from './execution.ts';
import type { RunClock } from './events.ts';

/** Every engine there is, in the order in which the screen offers them: the first five side by side, all in a menu. */
export const ENGINE_IDS = [
  'sequential',
  'lanes',
  'race',
  'dag',
  'block-stm',
  'components',
  'account-locks',
  'rounds',
  'in-order',
  'block-access-list',
] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

/** `lanes`: a transaction waits for those it depends on, or the lanes' order of completion is the serial order. */
export type LanesPolicy = 'wait' | 'free';
/** `dag`: which of the ready transactions runs first. */
export type DagPolicy = 'block-order' | 'critical-path' | 'longest-first';

/** `account-locks`: a lock covers a whole account, as in Solana, or a single state location. */
export type LockGranularity = 'account' | 'slot';

/** `block-access-list`: which transaction runs first. */
export type ListOrder = 'block-order' | 'longest-first';

/** An entry of a block access list, and what it is made to say instead. */
export interface Tampering {
  readonly location: string;
  /** 0 before the block, i + 1 for transaction i. */
  readonly index: number;
  /** In digits, or as 0x and hex; code as hex. */
  readonly value: string;
}

export interface EngineOptions {
  readonly lanesPolicy: LanesPolicy;
  readonly dagPolicy: DagPolicy;
  /** `dag`: an imported hint, predecessors of each transaction, instead of the recording's own dependencies. */
  readonly hints?: readonly (readonly number[])[];
  /** `block-stm`: mark an aborted incarnation's writes, so that readers wait instead of failing later. */
  readonly estimates: boolean;
  /** `block-stm`: transactions of one sender are taken to depend on each other from the start (Polygon bor). */
  readonly senderLinks: boolean;
  /** `block-stm`: commit a prefix as soon as it can't change any more, instead of all at the end. */
  readonly rollingCommit: boolean;
  /** `account-locks`: what one lock covers. */
  readonly lockGranularity: LockGranularity;
  /** `account-locks`: how many transactions a lane's queue holds, the running one among them. */
  readonly queueLength: number;
  /** `account-locks`: everything touched is declared as written, so that readers share nothing. Costs time, never the result. */
  readonly overDeclare: boolean;
  /**
   * `account-locks`: [transaction, location] left out of its declaration; at account granularity, with the whole account.
   * Who touches what it hasn't declared fails, so the result then differs from serial execution.
   */
  readonly underDeclare?: readonly (readonly [tx: number, location: string])[];
  /** `block-access-list`: as every transaction may run at once, only its length matters. */
  readonly listOrder: ListOrder;
  /** `block-access-list`: the list lies here. The block is then invalid, and who reads the entry goes wrong. */
  readonly tamper?: Tampering;
}

export const DEFAULT_ENGINE_OPTIONS: EngineOptions = {
  lanesPolicy: 'wait',
  dagPolicy: 'block-order',
  estimates: true,
  senderLinks: false,
  rollingCommit: false,
  lockGranularity: 'slot',
  queueLength: 2,
  overDeclare: false,
  listOrder: 'block-order',
};

/**
 * How long executing takes by kind of work, in gas of virtual time. Gas is a price: a storage read costs 2,100 of it and
 * takes no longer than a hundred of arithmetic. These are times, as a measured run has them (`analysis/fit-costs.ts`).
 */
export interface WorkCosts {
  /** Whatever it does. */
  readonly transaction: number;
  /** For 1,000 gas of plain computation: what isn't charged for the transaction as such, for reading or for writing storage. */
  readonly compute: number;
  /** For every location read. */
  readonly read: number;
  /** For every location written. */
  readonly write: number;
}

/** What virtual time costs, in gas, so that times stay whole numbers. */
export interface CostModel {
  /** Only to show gas as microseconds. */
  readonly gasPerMicrosecond: number;
  /** For every task a lane takes. */
  readonly dispatch: number;
  /**
   * For every task, before `dispatch`, while no other lane can take one: the shared counters of a scheduler as a bottleneck.
   * Absent: 0. Only benchmarks use it.
   */
  readonly exclusive?: number;
  /** For every read that a validation checks. */
  readonly validationPerRead: number;
  /** For the first read of a location by anybody in the run, if it comes from the prestate. */
  readonly coldRead: number;
  /** Absent: an execution takes the gas it uses. */
  readonly work?: WorkCosts;
}

/** No overheads: virtual time is gas. */
export const ZERO_COSTS: CostModel = { gasPerMicrosecond: 100, dispatch: 0, validationPerRead: 0, coldRead: 0 };

export const MAX_LANES: Readonly<Record<RunClock, number>> = { virtual: 128, measured: 16 };

/** How to run a block. */
export interface RunSettings {
  readonly engine: EngineId;
  readonly options: EngineOptions;
  readonly lanes: number;
  readonly clock: RunClock;
  readonly costs: CostModel;
  readonly fees: FeeMode;
  /** `commutative` is pevm's lazy update of balances; only `block-stm` offers it. */
  readonly credits: CreditMode;
}

export const DEFAULT_SETTINGS: RunSettings = {
  engine: 'block-stm',
  options: DEFAULT_ENGINE_OPTIONS,
  lanes: 4,
  clock: 'virtual',
  costs: ZERO_COSTS,
  fees: 'delta',
  credits: 'strict',
};
