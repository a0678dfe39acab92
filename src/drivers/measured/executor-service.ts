import type { Memory, MemoryRead, OriginatedRead, ReadPolicy } from '../../engines/engine.ts';
import type { Block } from '../../model/block.ts';
import { BlockedRead, type Executor, type StateView } from '../../model/execution.ts';
import type { TxIndex, Version } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import { applyUpdates } from './memory-transport.ts';
import {
  type BlockId,
  type ExecutorService,
  type Instant,
  instantNow,
  type RunTerms,
  type TaskResult,
} from './protocol.ts';

export interface ExecutorServiceParts {
  createExecutor(block: Block): Promise<Executor>;
  createMemory(block: Block, policy: ReadPolicy): Memory;
}

interface Run {
  readonly terms: RunTerms;
  readonly memory: Memory;
}

/** One EVM with its replica of the memory. Needs neither a worker nor a browser: the worker only exposes it. */
export function createExecutorService(parts: ExecutorServiceParts): ExecutorService {
  let loaded: { readonly id: BlockId; readonly block: Block; readonly executor: Executor } | null = null;
  let run: Run | null = null;

  async function execute(executor: Executor, { terms, memory }: Run, version: Version): Promise<TaskResult> {
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
      reads.push({ ...record, origin: first.read.origin });
      readAt.push(first.at);
    }
    // What runs here next sees this one's writes; the coordinator's log repeats them later, to the same effect. Where only
    // committed writes may be seen, whether these will be isn't known here.
    if (execution.kind !== 'blocked' && terms.policy !== 'committed') memory.publish(version, execution.recording);
    return { version, execution, reads, readAt, start, end };
  }

  return {
    async loaded() {
      return loaded?.id ?? null;
    },
    async load(id, block) {
      run = null;
      loaded = null;
      loaded = { id, block, executor: await parts.createExecutor(block) };
    },
    async begin(terms) {
      if (!loaded) throw new Error('begin before load');
      run = { terms, memory: parts.createMemory(loaded.block, terms.policy) };
    },
    async run({ updates, versions }) {
      if (!loaded || !run) throw new Error('run before load and begin');
      applyUpdates(run.memory, updates);
      const results: TaskResult[] = [];
      for (const version of versions) {
        results.push(
          await execute(loaded.executor, run, version).catch((error: unknown) => {
            throw new Error(`transaction ${nameOf(version.tx)}: ${messageOf(error)}`);
          }),
        );
      }
      return results;
    },
  };
}

function nameOf(tx: TxIndex): string {
  return `${tx}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
