import { proxy } from 'comlink';
import type { Packed } from '../../lib/packing.ts';
import type { Block } from '../../model/block.ts';
import type { CompareReport } from '../compare.ts';
import type { Trace } from '../../evm/trace.ts';
import type { BlockAnalysis, Job, Outcome, Runner, RunProgress } from '../runner.ts';
import type { RunReport } from '../../model/run.ts';
import { type BlockReference, CANCEL_MS, type CoordinatorService, type JobId } from './coordinator-protocol.ts';
import { createCrossing } from './crossing.ts';
import { COORDINATOR } from './roles.ts';
import { createWorkerLink, WorkerLost, type WorkerLink } from './worker-link.ts';

/** Blocks that the coordinator keeps, with what it found out about them. */
const BLOCKS_KEPT = 4;

interface Request<T> {
  readonly block: Block;
  readonly onProgress: ((progress: RunProgress) => void) | undefined;
  readonly ask: (service: CoordinatorService, job: JobId, block: BlockReference) => Promise<Outcome<Packed<T>>>;
}

/**
 * The page's runner: everything is done in a coordinator worker, which has the executor workers. It is started at once, so
 * that it loads while the page draws its first frame. Every outcome settles, whatever becomes of the workers.
 */
export function createRunner(spawn: () => Worker = spawnCoordinator): Runner {
  let coordinator: WorkerLink<CoordinatorService> | null = null;
  /** Blocks known to the present coordinator, the one used last at the end. */
  let known: BlockReference['id'][] = [];
  const blockIds = new WeakMap<Block, BlockReference['id']>();
  const progressOf = new Map<JobId, (progress: Packed<RunProgress>) => void>();
  let lastBlock = 0;
  let lastJob = 0;
  let disposed = false;

  function connect(): WorkerLink<CoordinatorService> {
    if (coordinator?.alive) return coordinator;
    const link = createWorkerLink<CoordinatorService>(spawn());
    coordinator = link;
    known = [];
    const onProgress = proxy((job: JobId, progress: Packed<RunProgress>) => progressOf.get(job)?.(progress));
    link.call((service) => service.connect(onProgress)).catch(() => {});
    return link;
  }

  /** The block itself crosses only when the coordinator hasn't got it yet. */
  function refer(block: Block): BlockReference {
    const id = blockIds.get(block) ?? ++lastBlock;
    blockIds.set(block, id);
    const isKnown = known.includes(id);
    known = [...known.filter((other) => other !== id), id].slice(-BLOCKS_KEPT);
    return isKnown ? { id, keep: known } : { id, keep: known, block };
  }

  function start<T>({ block, onProgress, ask }: Request<T>): Job<T> {
    const job = ++lastJob;
    const crossing = createCrossing(block);
    let link: WorkerLink<CoordinatorService> | null = null;
    let settle: (outcome: Outcome<T>) => void = () => {};
    let settled = false;
    const outcome = new Promise<Outcome<T>>((resolve) => {
      settle = (value) => {
        settled = true;
        progressOf.delete(job);
        resolve(value);
      };
    });
    if (onProgress) progressOf.set(job, (progress) => onProgress(crossing.unpack(progress)));

    const attempt = async (): Promise<void> => {
      link = connect();
      try {
        const answer = await link.call((service) => ask(service, job, refer(block)));
        settle(answer.kind === 'done' ? { kind: 'done', value: crossing.unpack(answer.value) } : answer);
      } catch (error) {
        if (settled) return;
        // Another job's cancellation took the coordinator away: this one isn't to blame, and starts again.
        if (error instanceof WorkerLost && error.deliberate && !disposed) await attempt();
        else settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    void attempt();

    return {
      outcome,
      cancel() {
        if (settled) return;
        settle({ kind: 'cancelled' });
        // Whether it answers or is replaced, the job is over.
        link?.call((service) => service.cancel(job), CANCEL_MS).catch(() => {});
      },
    };
  }

  connect();
  return {
    analyse: (block, settings, onProgress) =>
      start<BlockAnalysis>({
        block,
        onProgress,
        ask: (service, job, reference) => service.analyse(job, reference, settings),
      }),
    run: ({ block, ...request }, onProgress) =>
      start<RunReport>({
        block,
        onProgress,
        ask: (service, job, reference) => service.run(job, reference, request),
      }),
    compare: ({ block, points }, onProgress) =>
      start<CompareReport>({
        block,
        onProgress,
        ask: (service, job, reference) => service.compare(job, reference, points),
      }),
    trace: ({ block, ...request }) =>
      start<Trace>({
        block,
        onProgress: undefined,
        ask: (service, job, reference) => service.trace(job, reference, request),
      }),
    dispose() {
      disposed = true;
      coordinator?.terminate('the page has closed it');
    },
  };
}

function spawnCoordinator(): Worker {
  return new Worker(new URL('./lanewise.worker.ts', import.meta.url), { type: 'module', name: COORDINATOR });
}
