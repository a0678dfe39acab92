import type { Version } from '../../model/ids.ts';
import type { Desk } from './desk.ts';
import type { Lane } from './lane.ts';
import type { LaneResult, MemoryTransport } from './memory-transport.ts';
import { ATTEMPTS, WorkerLost } from './worker-link.ts';

export interface LostLaneParts extends Pick<MemoryTransport, 'reclaim'> {
  /** Lanes at the desk that have a worker. */
  lanesAt(desk: Desk): readonly Lane[];
  take(lane: Lane, result: LaneResult): void;
  send(desk: Desk, versions: readonly Version[]): void;
  /** Settles when the lane has a new worker, which has begun the run. */
  replaceWorker(lane: Lane): Promise<void>;
  isOver(): boolean;
  /** There are lanes again that can be given something. */
  goOn(): void;
}

/**
 * What becomes of a lane whose worker is lost, and of what it had been given. That goes to others at its desk, unless one of them has it,
 * or else to a new worker. A lane that keeps losing its workers isn't given another as long as others can do without it. Rejects when a
 * task has lost three workers, or a lane that nobody can do without has.
 */
export function createLostLanes(parts: LostLaneParts): (lane: Lane, lost: WorkerLost) => Promise<void> {
  const attempts = new Map<string, number>();
  const othersCan = ({ desk }: Lane): boolean => parts.lanesAt(desk).length > 0;

  function countAttempt({ tx, incarnation }: Version, lost: WorkerLost): void {
    const name = `${tx}.${incarnation}`;
    const tries = (attempts.get(name) ?? 1) + 1;
    if (tries > ATTEMPTS) throw new Error(`transaction ${tx} was given up after ${ATTEMPTS} attempts: ${lost.message}`);
    attempts.set(name, tries);
  }

  function sendAgain({ desk }: Lane, versions: readonly Version[]): void {
    for (const version of versions) desk.take(version);
    if (versions.length > 0) parts.send(desk, versions);
  }

  /** A new worker, also where the first doesn't even come so far as to begin; none where others can do without this lane. */
  async function fillVacancy(lane: Lane): Promise<void> {
    while (lane.vacant && !parts.isOver() && !(othersCan(lane) && lane.losses >= ATTEMPTS)) {
      try {
        await parts.replaceWorker(lane);
        lane.vacant = false;
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        lane.losses++;
        if (lane.losses >= ATTEMPTS && !othersCan(lane)) throw error;
      }
    }
  }

  return async (lane, lost) => {
    const { desk } = lane;
    lane.vacant = true;
    lane.losses++;
    const { ended, left, atWork } = parts.reclaim(lane.index, desk.underWay);
    for (const result of ended) parts.take(lane, result);
    const suspect = atWork ?? (desk.lanes.length === 1 ? left[0] : undefined);
    if (suspect) countAttempt(suspect, lost);
    const atOnce = othersCan(lane);
    if (atOnce) sendAgain(lane, left);
    await fillVacancy(lane);
    if (parts.isOver()) return;
    if (!atOnce) sendAgain(lane, left);
    parts.goOn();
  };
}
