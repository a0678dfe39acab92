import type { Version } from '../../model/ids.ts';
import type { ExecutorPool } from './executor-pool.ts';
import type { LaneResult, MemoryTransport } from './memory-transport.ts';
import { WorkerLost } from './worker-link.ts';

/** What a driver is told by its dispatcher. Results of a lane come in the order in which its versions were sent. */
export interface DispatchHandlers {
  ended(lane: number, results: readonly LaneResult[]): void;
  /** All that has ended has been told: now is the time to send more. */
  turn(): void;
  lost(lane: number, lost: WorkerLost): void;
  failed(error: unknown): void;
}

export interface SendTerms {
  /** The worker counts as hung when it ends nothing for so long, ms. */
  readonly limitMs: number;
  /** When the lane has only so many left, word of it is wanted at once. */
  readonly lowWater: number;
}

/** Brings work to the workers, and word of it back. Nothing is told after `close`. */
export interface Dispatcher {
  /** Settles when the workers are where they get their work. Nothing may be sent before. */
  ready(): Promise<void>;
  /**
   * Behind what the workers of these lanes have. Each version is executed by one of them, whichever comes to it first; in messages
   * there can be only one lane.
   */
  send(lanes: readonly number[], versions: readonly Version[], terms: SendTerms): void;
  /** Whether some lane has nothing to do, so that the end of any task may matter. */
  setHungry(hungry: boolean): void;
  /** A new worker for a lane whose worker was lost. */
  replace(lane: number): Promise<void>;
  /** Settles when no worker is at work any more; with false when one had to be terminated for that. */
  close(): Promise<boolean>;
}

/** A message for each batch. */
export function createMessageDispatcher(
  pool: ExecutorPool,
  transport: MemoryTransport,
  handlers: DispatchHandlers,
): Dispatcher {
  /** Rises when a worker is lost: answers to what was sent before don't count any more. */
  const generation: number[] = [];
  let closed = false;
  return {
    async ready() {},
    send([lane = 0], versions, { limitMs }) {
      const sentIn = generation[lane];
      const isOld = (): boolean => closed || sentIn !== generation[lane];
      const batch = transport.batchFor(lane, versions);
      pool.run(lane, batch, limitMs).then(
        (answer) => {
          if (isOld()) return;
          handlers.ended(lane, transport.resultsOf(batch, answer));
          handlers.turn();
        },
        (error: unknown) => {
          if (isOld()) return;
          generation[lane] = (generation[lane] ?? 0) + 1;
          if (error instanceof WorkerLost) handlers.lost(lane, error);
          else handlers.failed(error);
        },
      );
    },
    setHungry() {},
    replace: (lane) => pool.replace(lane),
    async close() {
      closed = true;
      return true;
    },
  };
}
