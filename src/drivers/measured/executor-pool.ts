import type { Block } from '../../model/block.ts';
import type { PackedResults } from './packed-results.ts';
import type { Batch, BlockId, ExecutorService, RunTerms } from './protocol.ts';
import type { Pointer } from './shared-memory/heap.ts';
import type { WorkerLink } from './worker-link.ts';

/** Loading a large block takes a second or two on a slow machine; a worker that needs a minute is not coming. */
const LOAD_LIMIT_MS = 60_000;

/**
 * The executor workers, one a lane. They are kept between runs: a worker that has executed for a while runs compiled code,
 * a new one is several times slower.
 */
export interface ExecutorPool {
  /** Makes sure of `lanes` live workers that have the block loaded. */
  prepare(lanes: number, id: BlockId, block: Block): Promise<void>;
  /** Starts a run with an empty memory on the worker of a lane. */
  begin(lane: number, terms: RunTerms): Promise<void>;
  /** Gives the answer's results. Rejects with `WorkerLost` when the worker dies or gives no answer for `limitMs`. */
  run(lane: number, batch: Batch, limitMs: number): Promise<PackedResults>;
  /** Lets the worker of a lane work through a queue until it is closed. Rejects as `run` does, but waits as long as it takes. */
  work(lane: number, queue: Pointer, transactions: number): Promise<void>;
  /** Gives up on a worker, which has been silent for too long. */
  terminate(lane: number, reason: string): void;
  /** A new worker for a lane whose worker was lost, with the block loaded and the lane's run begun. */
  replace(lane: number): Promise<void>;
  /** How long the lane's worker has executed in its life, ms, and whether it has been through the present block. */
  warmth(lane: number): { readonly ms: number; readonly knowsBlock: boolean };
  /** The lane's worker has been through the present block. */
  setKnowsBlock(lane: number): void;
  /** Settles when no worker is at work any more: those that still are after `graceMs` are terminated, the rest stay for the next run. */
  calm(graceMs: number): Promise<void>;
  dispose(): void;
}

/** The worker of one lane. */
interface Seat {
  readonly link: WorkerLink<ExecutorService>;
  /** Under way there. */
  readonly atWork: Set<Promise<unknown>>;
  /** Time around the EVM so far, ms. */
  executedMs: number;
  /** The block that it has been through. */
  knows: BlockId | null;
  /** Of the lane's run. */
  terms: RunTerms | null;
}

export function createExecutorPool(spawn: () => WorkerLink<ExecutorService>): ExecutorPool {
  const seats: Seat[] = [];
  let loaded: { readonly id: BlockId; readonly block: Block } | null = null;

  function seatAt(lane: number): Seat {
    const seat = seats[lane];
    if (!seat) throw new Error(`lane ${lane} was not prepared`);
    return seat;
  }

  async function load(lane: number): Promise<void> {
    if (!loaded) throw new Error('no block to load');
    const { id, block } = loaded;
    if (!seats[lane]?.link.alive) {
      const terms = seats[lane]?.terms ?? null;
      seats[lane] = { link: spawn(), atWork: new Set(), executedMs: 0, knows: null, terms };
    }
    const { link } = seatAt(lane);
    // A large block takes a while to cross; a worker that has it already is only asked.
    const has = await link.call((service) => service.loaded(), LOAD_LIMIT_MS);
    if (has !== id) await link.call((service) => service.load(id, block), LOAD_LIMIT_MS);
  }

  async function begin(lane: number, terms: RunTerms): Promise<void> {
    const seat = seatAt(lane);
    seat.terms = terms;
    await seat.link.call((service) => service.begin(terms), LOAD_LIMIT_MS);
  }

  async function watched<T>({ atWork }: Seat, work: Promise<T>): Promise<T> {
    atWork.add(work);
    try {
      return await work;
    } finally {
      atWork.delete(work);
    }
  }

  return {
    async prepare(lanes, id, block) {
      loaded = { id, block };
      await Promise.all(Array.from({ length: lanes }, (_, lane) => load(lane)));
    },
    begin,
    async run(lane, batch, limitMs) {
      const seat = seatAt(lane);
      const { executedMs, results } = await watched(
        seat,
        seat.link.call((service) => service.run(batch), limitMs),
      );
      seat.executedMs += executedMs;
      return results;
    },
    async work(lane, queue, transactions) {
      const seat = seatAt(lane);
      seat.executedMs += await watched(
        seat,
        seat.link.call((service) => service.work(queue, transactions, lane)),
      );
    },
    terminate(lane, reason) {
      seatAt(lane).link.terminate(reason);
    },
    async replace(lane) {
      await load(lane);
      const { terms } = seatAt(lane);
      if (terms) await begin(lane, terms);
    },
    warmth(lane) {
      const { executedMs, knows } = seatAt(lane);
      return { ms: executedMs, knowsBlock: knows !== null && knows === loaded?.id };
    },
    setKnowsBlock(lane) {
      seatAt(lane).knows = loaded?.id ?? null;
    },
    async calm(graceMs) {
      const work = seats.flatMap(({ atWork }) => [...atWork]);
      if (work.length === 0) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled(work), patience]);
      clearTimeout(timer);
      for (const { atWork, link } of seats) if (atWork.size > 0) link.terminate('the run was cancelled');
    },
    dispose() {
      for (const { link } of seats) link.terminate('the pool was closed');
      seats.length = 0;
    },
  };
}
