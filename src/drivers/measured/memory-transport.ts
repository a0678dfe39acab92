import type { Memory, OriginatedRead, ReadPolicy, ReadSet } from '../../engines/engine.ts';
import type { ReadWatch } from '../../engines/read-watch.ts';
import type { CreditRecord, Execution, Recording, WriteRecord } from '../../model/execution.ts';
import type { TxIndex, Version } from '../../model/ids.ts';
import type { ReadPrestate } from '../../model/prestate.ts';
import { createMessageDispatcher, type DispatchHandlers, type Dispatcher } from './dispatcher.ts';
import type { ExecutorPool } from './executor-pool.ts';
import { type PackedResults, unpackResults } from './packed-results.ts';
import { fillInCode } from './prestate-code.ts';
import type { Batch, Instant, TaskResult } from './protocol.ts';
import type { ArenaHandle } from './shared-memory/arena.ts';

/**
 * What an engine did to the memory of a run, in order: one flat list, for the reason told in `packed-results.ts`. Done to
 * another memory by `applyUpdates`, it makes that memory the same.
 */
export type PackedUpdates = readonly unknown[];

/** What came of one incarnation, as the coordinator takes it: unpacked as late as can be. */
export interface LaneResult {
  readonly version: Version;
  /** Around the EVM alone. */
  readonly start: Instant;
  readonly end: Instant;
  /** For the engine, which looks into them as little as it can. */
  readonly execution: Execution;
  readonly reads: ReadSet;
  /** For the log and the report. */
  open(): OpenedResult;
}

export interface OpenedResult {
  readonly execution: Execution;
  readonly reads: readonly OriginatedRead[];
  /** When each of `reads` happened. */
  readonly readAt: readonly Instant[];
}

/**
 * How the writes of a run reach the workers that read them, and their results the coordinator. The engine writes to `memory` on the
 * coordinator's thread; a worker sees them through its own side of the transport.
 *
 * - `replica`: each message to a worker carries what happened since the last, so that an incarnation sees the versions that
 *   were there when it was sent. Results come back in messages.
 * - `shared`: memory in SharedArrayBuffers. A worker sees a version as soon as it is written; results stay there.
 */
export interface MemoryTransport {
  readonly kind: 'replica' | 'shared';
  readonly memory: Memory;
  /** The engine's, in place of its own. */
  readonly readWatch?: ReadWatch;
  /** What workers are told of the memory at the start of the run. */
  readonly arena?: ArenaHandle;
  /** What to send to the worker of `lane`. It must be sent: nothing is told twice. */
  batchFor(lane: number, versions: readonly Version[]): Batch;
  /** What came of a batch on a lane (0 where that isn't said), given its answer: not of what another lane has done of it. */
  resultsOf(batch: Batch, answer: PackedResults, lane?: number): readonly LaneResult[];
  /**
   * The worker of `lane` is lost, and the next one knows nothing. Of versions that it may have had: those that it has finished all
   * the same, and those still to be done; not those that another lane has.
   */
  reclaim(lane: number, versions: readonly Version[]): Reclaimed;
  /** Shared: who has claimed which of some versions under way. */
  claimsOn?(versions: readonly Version[]): Claims;
  /** How the workers of this memory get their work. */
  createDispatcher(pool: ExecutorPool, lanes: number, handlers: DispatchHandlers): Dispatcher;
  /** What the engine publishes from now on has been published by the worker of `lane` already (null: by none). */
  completing(lane: number | null): void;
}

export interface Reclaimed {
  readonly ended: readonly LaneResult[];
  readonly left: readonly Version[];
  /** Which of `left` the worker was at, as far as that is known. */
  readonly atWork: Version | null;
}

export interface Claims {
  readonly lanes: ReadonlySet<number>;
  /** How many nobody has claimed yet. */
  readonly open: number;
}

/** The coordinator's side of the replicas. */
export interface ReplicaTransport extends MemoryTransport {
  /** What the worker of `lane` hasn't been told yet. Whoever asks must send it: it isn't given twice. */
  updatesFor(lane: number): PackedUpdates;
  /** The worker of `lane` is a new one, which knows nothing. */
  forget(lane: number): void;
}

interface Logged {
  readonly operation: PackedUpdates;
  /** The worker of this lane has published it in its own replica already. */
  own: number | null;
}

/**
 * Wraps the coordinator's memory so that everything done to it is also kept, in order, for the replicas. Under the policy
 * `newest-lower` a worker isn't told of its own writes, which it has already; where the order in which different transactions
 * write matters, it must have all.
 */
export function createReplicaTransport(
  memory: Memory,
  lanes: number,
  policy: ReadPolicy,
  prestate: ReadPrestate,
): ReplicaTransport {
  const log: Logged[] = [];
  const told = new Array<number>(lanes).fill(0);
  let completing: number | null = null;

  function updatesFor(lane: number): PackedUpdates {
    const updates: unknown[] = [];
    for (let i = told[lane] ?? 0; i < log.length; i++) {
      const logged = log[i];
      if (logged && logged.own !== lane) updates.push(...logged.operation);
    }
    told[lane] = log.length;
    return updates;
  }

  function forget(lane: number): void {
    told[lane] = 0;
    for (const logged of log) if (logged.own === lane) logged.own = null;
  }

  const transport: ReplicaTransport = {
    kind: 'replica',
    memory: {
      read: (location, reader) => memory.read(location, reader),
      firstStaleRead: (reader, reads) => memory.firstStaleRead(reader, reads),
      publish(version, recording) {
        const own = policy === 'newest-lower' ? completing : null;
        log.push({ operation: packPublication(version, recording), own });
        return memory.publish(version, recording);
      },
      markEstimates(tx) {
        log.push({ operation: ['mark-estimates', tx], own: null });
        memory.markEstimates(tx);
      },
      withdraw(tx) {
        log.push({ operation: ['withdraw', tx], own: null });
        memory.withdraw(tx);
      },
    },
    completing(lane) {
      completing = lane;
    },
    batchFor: (lane, versions) => ({ updates: updatesFor(lane), versions }),
    resultsOf: (_batch, answer) => unpackResults(answer).map((result) => toLaneResult(result, prestate)),
    reclaim(lane, versions) {
      forget(lane);
      return { ended: [], left: versions, atWork: versions[0] ?? null };
    },
    createDispatcher: (pool, _lanes, handlers) => createMessageDispatcher(pool, transport, handlers),
    updatesFor,
    forget,
  };
  return transport;
}

function toLaneResult({ reads, ...result }: TaskResult, prestate: ReadPrestate): LaneResult {
  const whole = reads.map((read) => fillInCode(read, prestate));
  const execution = { ...result.execution, recording: { ...result.execution.recording, reads: whole } };
  const { version, start, end, readAt } = result;
  return { version, start, end, execution, reads: whole, open: () => ({ execution, reads: whole, readAt }) };
}

/** `before` of a write is of no use to a memory. */
function packPublication({ tx, incarnation }: Version, { writes, credits, fee }: Recording): PackedUpdates {
  const out: unknown[] = ['publish', tx, incarnation, fee, writes.length];
  for (const { location, value } of writes) out.push(location, value);
  out.push(credits.length);
  for (const { address, amount } of credits) out.push(address, amount);
  return out;
}

/** A worker's side: does to its replica what was done to the coordinator's memory. */
export function applyUpdates(replica: Memory, updates: PackedUpdates): void {
  let at = 0;
  // Items come in the order in which they were packed, so that their types are known.
  const next = <T>(): T => updates[at++] as T;
  const list = <T>(read: () => T): T[] => Array.from({ length: next<number>() }, read);
  while (at < updates.length) {
    const kind = next<'publish' | 'mark-estimates' | 'withdraw'>();
    const tx = next<TxIndex>();
    if (kind === 'mark-estimates') replica.markEstimates(tx);
    else if (kind === 'withdraw') replica.withdraw(tx);
    else {
      const version = { tx, incarnation: next<number>() };
      const fee = next<bigint>();
      const writes = list((): WriteRecord => ({ location: next(), before: 0n, value: next() }));
      const credits = list((): CreditRecord => ({ address: next(), amount: next() }));
      replica.publish(version, { reads: [], writes, credits, fee });
    }
  }
}
