import type { Memory, MemoryRead, OriginatedRead, ReadPolicy } from '../../engines/engine.ts';
import type { MemoryInput } from '../../engines/memory.ts';
import type { Block } from '../../model/block.ts';
import { BlockedRead, type Execution, type Executor, type StateView } from '../../model/execution.ts';
import type { TxIndex, Version } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import type { ReadPrestate } from '../../model/prestate.ts';
import { applyUpdates } from './memory-transport.ts';
import { packResults } from './packed-results.ts';
import { leaveOutCode } from './prestate-code.ts';
import { type NumbersHandle, openNumbers } from './shared-memory/arena.ts';
import { createPlaces, type Places } from './shared-memory/places.ts';
import { SharedMemoryFull } from './shared-memory/growable-words.ts';
import { QueueTaker, type Sleep, sleepBlocking } from './shared-memory/task-queue.ts';
import { createWorkerSide, type WorkerSide } from './shared-memory/worker-side.ts';
import {
  type Batch,
  type BatchAnswer,
  type BlockId,
  type ExecutorService,
  type Instant,
  instantNow,
  type RunTerms,
  type TaskResult,
} from './protocol.ts';

export interface ExecutorServiceParts {
  createExecutor(block: Block): Promise<Executor>;
  createMemory(policy: ReadPolicy, input: MemoryInput): Memory;
  /** What transaction 0 sees. */
  prestateOf(block: Block): ReadPrestate;
  /** How to wait for a task. Absent: the thread stands still. */
  readonly sleep?: Sleep;
}

interface Loaded extends MemoryInput {
  /** What it knows of the locations that runs on this block have numbered. */
  places: { readonly of: string; readonly places: Places } | null;
  readonly id: BlockId;
  readonly executor: Executor;
}

/** A run with a replica of the memory. */
interface ReplicaRun {
  readonly kind: 'replica';
  readonly terms: RunTerms;
  readonly memory: Memory;
}

type Run = ReplicaRun | { readonly kind: 'shared'; readonly side: WorkerSide };

/** Whether a worker sees the writes of an execution of its own before the engine has published them. */
export function publishesLocally(policy: ReadPolicy, { kind }: Execution): boolean {
  return kind === 'executed' && policy !== 'committed' && policy !== 'given-list';
}

/** One EVM with its view of the memory. Needs neither a worker nor a browser: the worker only exposes it. */
export function createExecutorService(parts: ExecutorServiceParts): ExecutorService {
  const { sleep = sleepBlocking } = parts;
  let loaded: Loaded | null = null;
  let run: Run | null = null;
  /** Batches come while one is at work, and must not get in between its transactions. */
  let last: Promise<unknown> = Promise.resolve();

  async function execute(
    { executor, prestate }: Loaded,
    { terms, memory }: ReplicaRun,
    version: Version,
  ): Promise<TaskResult> {
    const seen = new Map<Location, { readonly read: MemoryRead & { kind: 'value' }; readonly at: Instant }>();
    const view: StateView = {
      read(location) {
        const read = memory.read(location, version.tx);
        if (read.kind === 'blocked') throw new BlockedRead(location, read.by);
        if (!seen.has(location)) seen.set(location, { read, at: instantNow() });
        return read.value;
      },
    };
    const start = instantNow();
    const execution = await executor.execute(version.tx, view, { fees: terms.fees, credits: terms.credits });
    const end = instantNow();

    const reads: OriginatedRead[] = [];
    const readAt: Instant[] = [];
    for (const record of execution.recording.reads) {
      const first = seen.get(record.location);
      if (!first)
        throw new Error(`the recording holds a read of ${record.location} that was never asked of the memory`);
      reads.push(leaveOutCode({ ...record, origin: first.read.origin }, prestate));
      readAt.push(first.at);
    }
    // What runs here next sees this one's writes, which the engine is sure to publish as well. Where only committed writes may
    // be seen, whether these will be isn't known here; nor what the engine makes of one that can't be included.
    if (publishesLocally(terms.policy, execution)) memory.publish(version, execution.recording);
    const recording = { ...execution.recording, reads: [] };
    return { version, execution: { ...execution, recording }, reads, readAt, start, end };
  }

  async function runReplica(block: Loaded, replica: ReplicaRun, { updates, versions }: Batch): Promise<TaskResult[]> {
    applyUpdates(replica.memory, updates);
    const results: TaskResult[] = [];
    for (const version of versions) results.push(await named(version, execute(block, replica, version)));
    return results;
  }

  async function runBatch(batch: Batch): Promise<BatchAnswer> {
    if (!loaded || !run) throw new Error('run before load and begin');
    if (run.kind === 'replica') {
      const results = await runReplica(loaded, run, batch);
      const executedMs = results.reduce((sum, { start, end }) => sum + end - start, 0);
      return { executedMs, results: packResults(results) };
    }
    let executedMs = 0;
    for (const [i, version] of batch.versions.entries()) {
      const took = await named(version, run.side.execute(version, batch.tickets?.[i] ?? 0, 0));
      // Nobody else was sent it, so its result would be waited for in vain.
      if (took === null) throw new Error(`transaction ${nameOf(version.tx)} was sent without a ticket that is good`);
      executedMs += took;
    }
    return { executedMs, results: [] };
  }

  return {
    async loaded() {
      return loaded?.id ?? null;
    },
    async load(id, block) {
      run = null;
      loaded = null;
      const executor = await parts.createExecutor(block);
      loaded = { id, executor, prestate: parts.prestateOf(block), coinbase: block.env.coinbase, places: null };
    },
    async begin(terms) {
      if (!loaded) throw new Error('begin before load');
      const { policy, list, arena } = terms;
      const input = { ...loaded, ...(list && { list }) };
      if (!arena) {
        run = { kind: 'replica', terms, memory: parts.createMemory(policy, input) };
        return;
      }
      const given = policy === 'given-list' ? parts.createMemory(policy, input) : null;
      const places = placesOf(loaded, arena.numbers);
      run = { kind: 'shared', side: createWorkerSide({ ...loaded, places, handle: arena, terms, list: given }) };
    },
    run(batch) {
      const answer = last.then(() => runBatch(batch));
      last = answer.catch(() => {});
      return answer;
    },
    async work(pointer, transactions, lane) {
      if (run?.kind !== 'shared') throw new Error('work without shared memory');
      const { side } = run;
      const queue = new QueueTaker(side.arena.heap, pointer, transactions);
      let executedMs = 0;
      for (let task = await queue.take(sleep); task; task = await queue.take(sleep)) {
        executedMs += (await named(task.version, side.execute(task.version, task.ticket, lane))) ?? 0;
        if (queue.finish() || side.arena.bell.hungry) side.arena.bell.ring();
      }
      return executedMs;
    },
  };
}

function placesOf(loaded: Loaded, numbers: NumbersHandle): Places {
  if (loaded.places?.of !== numbers.name) {
    loaded.places = { of: numbers.name, places: createPlaces(openNumbers(numbers), loaded.prestate) };
  }
  return loaded.places.places;
}

/** An error says whose it is. */
function named<T>({ tx }: Version, execution: Promise<T>): Promise<T> {
  return execution.catch((error: unknown) => {
    if (error instanceof SharedMemoryFull) throw error;
    throw new Error(`transaction ${nameOf(tx)}: ${messageOf(error)}`);
  });
}

function nameOf(tx: TxIndex): string {
  return `${tx}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
