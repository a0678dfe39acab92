import { createPriorityQueue } from '../lib/priority-queue.ts';
import type { WaitCause } from '../model/events.ts';
import type { Execution, InvalidReason } from '../model/execution.ts';
import { type LaneIndex, laneIndex, type TxIndex, txIndex, type Version } from '../model/ids.ts';
import { parseLocation } from '../model/location.ts';
import type { Refusal } from '../model/refusal.ts';
import type { CreateEngine, Dependency, EngineInfo, EngineRequest } from './engine.ts';
import { declareLocks, findLockConflicts, findUndeclared } from './locks.ts';

/** How far beyond the first transaction that waits the scheduler looks: Solana's (agave, greedy and prio-graph scheduler). */
const LOOK_AHEAD = 2_048;

/**
 * Declared locks (Solana's Sealevel; EIP-648 and EIP-2930 are the idea on Ethereum): every transaction says beforehand what it will
 * read and write, and is queued on a lane only when that can't disturb anybody:
 *
 *   waiting ─all it conflicts with has finished, or is queued on one lane▶ queued there, its locks held ─assign▶ running
 *                                                                                                          │ complete
 *      committed ◀─ invalid ◀─ reject ─ touched what it hadn't declared ───────────────────────────────────┤
 *      committed ◀─ publish ───────────────────────────────────────────────────────────────────────────────┘
 *
 * A transaction that conflicts with nobody in flight goes to the lane with the least gas in its queue; one that conflicts with one lane's
 * queue goes to the end of it, as that lane runs them in turn; with two lanes' queues, it waits. It never overtakes
 * an earlier one that it conflicts with, so the result is that of block order. Nothing is validated and nothing aborted: what isn't
 * locked can't be touched.
 *
 * A queue holds `queueLength` transactions, the running one among them (Solana bounds it by compute units in flight, and its
 * size is a trade-off there too): the longer it is, the more comes to conflict with one lane's queue and ends up in that very lane.
 */
type Status = 'waiting' | 'queued' | 'finished';

const createEngine: CreateEngine = (input) => {
  const { transactions, lanes, pins, gas, options, memory, notify } = input;
  const declarations = declareLocks(input);
  const status: Status[] = Array.from({ length: transactions }, () => 'waiting');
  const laneOf = new Map<TxIndex, LaneIndex>();
  const queues = Array.from({ length: lanes }, () => createPriorityQueue<TxIndex>((a, b) => a - b));
  const gasInFlight = new Array<number>(lanes).fill(0);
  const inFlight = new Array<number>(lanes).fill(0);

  /** Unfinished transactions that come first, of each; how many of them wait themselves; and the other way round. */
  const conflicts = findLockConflicts(declarations);
  const open = conflicts.map((list) => new Map(list.map((conflict) => [conflict.on, conflict] as const)));
  const openAndWaiting = conflicts.map((list) => list.length);
  const successors: TxIndex[][] = conflicts.map(() => []);
  conflicts.forEach((list, tx) => {
    for (const { on } of list) successors[on]?.push(txIndex(tx));
  });

  /** Those for which something has changed, so that they may be queued now. */
  const toConsider = createPriorityQueue<TxIndex>((a, b) => a - b);
  /** Those that only a full queue keeps back: the one queue they may go to, or any. */
  const crowdedOut = Array.from({ length: lanes }, () => createPriorityQueue<TxIndex>((a, b) => a - b));
  const crowdedOutAnywhere = createPriorityQueue<TxIndex>((a, b) => a - b);
  let firstWaiting = txIndex(0);
  let finished = 0;

  const hasRoom = (lane: number): boolean => (inFlight[lane] ?? 0) < options.queueLength;

  /** The lane with room that has the least gas in flight. */
  function leastBusy(): LaneIndex | undefined {
    let best: number | undefined;
    for (let lane = 0; lane < lanes; lane++) {
      if (!hasRoom(lane)) continue;
      if (best === undefined || (gasInFlight[lane] ?? 0) < (gasInFlight[best] ?? 0)) best = lane;
    }
    return best === undefined ? undefined : laneIndex(best);
  }

  /** Queues `tx` if nothing stands in its way, or remembers that only room is missing. */
  function consider(tx: TxIndex): void {
    if (status[tx] !== 'waiting') return;
    const held = new Set<LaneIndex>();
    for (const on of open[tx]?.keys() ?? []) held.add(laneOf.get(on) ?? laneIndex(0));
    const pin = pins.get(tx);
    if (pin !== undefined) held.add(pin);
    const [only] = held;
    if (held.size > 1) return;
    const lane = only ?? leastBusy();
    if (lane !== undefined && hasRoom(lane)) queueUp(tx, lane);
    else if (lane !== undefined) crowdedOut[lane]?.push(tx);
    else crowdedOutAnywhere.push(tx);
  }

  function queueUp(tx: TxIndex, lane: LaneIndex): void {
    status[tx] = 'queued';
    laneOf.set(tx, lane);
    queues[lane]?.push(tx);
    gasInFlight[lane] = (gasInFlight[lane] ?? 0) + (gas[tx] ?? 0);
    inFlight[lane] = (inFlight[lane] ?? 0) + 1;
    notify({ kind: 'locked', lane, tx, locks: declarations[tx]?.locks.size ?? 0 });
    while (firstWaiting < transactions && status[firstWaiting] !== 'waiting') firstWaiting++;
    for (const next of successors[tx] ?? []) {
      const left = (openAndWaiting[next] ?? 0) - 1;
      openAndWaiting[next] = left;
      if (left === 0) toConsider.push(next);
    }
  }

  /** One that was crowded out and may now find room. */
  function takeCrowdedOut(): TxIndex | undefined {
    const lane = crowdedOut.findIndex((queue, index) => queue.size > 0 && hasRoom(index));
    if (lane >= 0) return crowdedOut[lane]?.pop();
    return crowdedOutAnywhere.size > 0 && leastBusy() !== undefined ? crowdedOutAnywhere.pop() : undefined;
  }

  function next(): TxIndex | undefined {
    const first = toConsider.peek();
    return first !== undefined && first < firstWaiting + LOOK_AHEAD ? toConsider.pop() : takeCrowdedOut();
  }

  function schedule(): void {
    for (let tx = next(); tx !== undefined; tx = next()) consider(tx);
  }

  function release(tx: TxIndex): void {
    status[tx] = 'finished';
    finished++;
    const lane = laneOf.get(tx) ?? laneIndex(0);
    gasInFlight[lane] = (gasInFlight[lane] ?? 0) - (gas[tx] ?? 0);
    inFlight[lane] = (inFlight[lane] ?? 0) - 1;
    for (const next of successors[tx] ?? []) {
      open[next]?.delete(tx);
      if (openAndWaiting[next] === 0 && status[next] === 'waiting') toConsider.push(next);
    }
  }

  function settle(version: Version, execution: Execution): void {
    const { tx } = version;
    const { recording } = execution;
    const declaration = declarations[tx];
    const touch = declaration ? findUndeclared(declaration, recording, options.lockGranularity) : null;
    if (!touch) {
      memory.publish(version, recording);
      return;
    }
    // A worker may have published it in its own memory already.
    memory.withdraw(tx);
    const what = touch.how === 'read' ? 'had not declared' : 'had not declared as written';
    const message = `it ${touch.how} ${touch.location}, which it ${what}`;
    const reason: InvalidReason = { code: 'undeclared', message };
    notify({ kind: 'rejected', version, reason, location: touch.location });
  }

  function whyWaiting(): WaitCause {
    const [conflict]: Iterable<Dependency> = open[firstWaiting]?.values() ?? [];
    if (!conflict?.location) return { kind: pins.has(firstWaiting) ? 'pinned-elsewhere' : 'no-task' };
    const { on, location } = conflict;
    return { kind: 'lock', tx: firstWaiting, on, location, granularity: options.lockGranularity };
  }

  openAndWaiting.forEach((count, tx) => {
    if (count === 0) toConsider.push(txIndex(tx));
  });
  schedule();

  return {
    assign(lane) {
      const tx = queues[lane]?.pop();
      if (tx === undefined) return { kind: 'wait', cause: whyWaiting() };
      return { kind: 'task', task: { kind: 'execute', version: { tx, incarnation: 0 } } };
    },
    complete({ version }, outcome) {
      if (outcome.kind !== 'execution') return;
      settle(version, outcome.execution);
      notify({ kind: 'committed', version });
      release(version.tx);
      schedule();
    },
    get done() {
      return finished >= transactions;
    },
  };
};

function refuseDeclaration({ options, transactions }: EngineRequest): Refusal | null {
  for (const [tx, location] of options.underDeclare ?? []) {
    if (!Number.isInteger(tx) || tx < 0 || tx >= transactions) {
      return refuse(`transaction ${tx}, but the block has ${transactions}, from 0`);
    }
    try {
      parseLocation(location);
    } catch (error) {
      return refuse(`a location of transaction ${tx} that is none: ${error instanceof Error ? error.message : error}`);
    }
  }
  return null;
}

function refuse(what: string): Refusal {
  return { message: `What is left out of the declarations names ${what}. Take that entry out.` };
}

export const accountLocks: EngineInfo = {
  id: 'account-locks',
  readPolicy: () => 'newest-lower',
  // A failed one's writes must be gone before the next one on its lane reads.
  assignsAhead: ({ underDeclare = [] }) => underDeclare.length === 0,
  mayReject: ({ underDeclare = [] }) => underDeclare.length > 0,
  refusal: refuseDeclaration,
  createEngine,
};
