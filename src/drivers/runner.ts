import type { Trace } from '../evm/trace.ts';
import type { Block } from '../model/block.ts';
import type { RunEvent } from '../model/events.ts';
import type { ConflictGraph } from '../model/graph.ts';
import type { TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import type { Refusal } from '../model/refusal.ts';
import type { BlockResult, RunReport } from '../model/run.ts';
import type { RunSettings } from '../model/settings.ts';
import type { CompareReport, CompareRequest } from './compare.ts';

export type { Refusal } from '../model/refusal.ts';

/** What the page asks for. Plain data: it crosses to a worker as it is. */
export interface RunRequest {
  readonly block: Block;
  readonly settings: RunSettings;
  /** [transaction, lane], for those pinned. */
  readonly pins: readonly (readonly [number, number])[];
  /** `lanes`: the order drawn, each transaction in exactly one lane. */
  readonly drawn: readonly (readonly number[])[];
}

/** One transaction, to be executed once more, opcode by opcode. */
export interface TraceRequest {
  readonly block: Block;
  readonly tx: TxIndex;
  readonly settings: RunSettings;
  /** The values it read then; what isn't among them is read from the prestate. */
  readonly reads: readonly { readonly location: Location; readonly value: Value }[];
}

/** The block executed once in block order: the oracle, and what its recording says about conflicts. */
export interface BlockAnalysis {
  readonly serial: BlockResult;
  readonly graph: ConflictGraph;
  /** Keccak preimages that name storage slots: hash → bytes, both hex. */
  readonly preimages: ReadonlyMap<string, string>;
  /** Wall-clock milliseconds that the serial execution took, for progress and for choosing whether to re-run at once. */
  readonly serialMs: number;
}

export interface RunProgress {
  /** `conflicts`: what serial execution has recorded is being compared, transaction with transaction. */
  readonly phase: 'serial' | 'conflicts' | 'running' | 'checking';
  /** Transactions done in this phase, of `total`; 0 of 0 where that can't be told. */
  readonly done: number;
  readonly total: number;
  /** Measured runs: events since the last progress, so that the picture fills as execution proceeds. */
  readonly events?: readonly RunEvent[];
}

export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly message: string };

export interface Job<T> {
  /** Always settles, also after `cancel` and when a worker dies. Never rejects for an expected failure. */
  readonly outcome: Promise<Outcome<T>>;
  cancel(): void;
}

/** Runs blocks away from the page's thread. The page has one; a test may have one that works in-process. */
export interface Runner {
  analyse(block: Block, settings: RunSettings, onProgress?: (progress: RunProgress) => void): Job<BlockAnalysis>;
  run(request: RunRequest, onProgress?: (progress: RunProgress) => void): Job<RunReport>;
  /** Runs one block in many ways, in virtual time. Progress counts points. */
  compare(request: CompareRequest, onProgress?: (progress: RunProgress) => void): Job<CompareReport>;
  /** The first so many opcodes of one transaction. */
  trace(request: TraceRequest): Job<Trace>;
  dispose(): void;
}
