import { type TxIndex, txIndex } from '../model/ids.ts';
import type { LaneMove, Refusal } from '../model/refusal.ts';
import type { Dependency } from './engine.ts';

type Lanes = readonly (readonly TxIndex[])[];
type Dependencies = readonly (readonly Dependency[])[];

/** Cycles are looked for from so many transactions, and so many moves are tried at most: a refusal must come at once. */
const SEARCHED = 64;
/** A fix of more moves than this is no help: sorting is simpler. */
const MOST_MOVES = 3;

/**
 * Refuses lanes whose order contradicts the dependencies, naming a shortest cycle found (each transaction must run before the
 * next one, the last before the first) and the shortest fix; null when there is no cycle. Dependencies point back in the block, so
 * lanes in block order never have one.
 */
export function refuseCycle(lanes: Lanes, dependencies: Dependencies): Refusal | null {
  const cycle = findCycle(lanes, dependencies);
  if (!cycle) return null;
  const links = cycle.map((tx, i) => {
    const next = cycle[(i + 1) % cycle.length] ?? tx;
    const depends = dependencies[next]?.some(({ on }) => on === tx);
    return depends ? `${next} depends on ${tx}` : `${next} is drawn after ${tx}`;
  });
  const moves = findFix(lanes, dependencies, cycle);
  const fix = moves ? describeFix(moves) : 'Put the lanes into block order, or use free order.';
  return {
    message: `The order drawn and the dependencies contradict each other, so these transactions would wait for each other for ever: ${links.join(', ')}. ${fix}`,
    cycle,
    fix,
    ...(moves && { moves }),
  };
}

/** Who must wait until a transaction has finished: its successor in the lane, and those that depend on it. */
function successorsOf(lanes: Lanes, dependencies: Dependencies): readonly (readonly TxIndex[])[] {
  const successors: TxIndex[][] = dependencies.map(() => []);
  dependencies.forEach((list, tx) => {
    for (const { on } of list) successors[on]?.push(txIndex(tx));
  });
  for (const lane of lanes) {
    for (const [i, tx] of lane.slice(1).entries()) successors[lane[i] ?? 0]?.push(tx);
  }
  return successors;
}

export function findCycle(lanes: Lanes, dependencies: Dependencies): readonly TxIndex[] | null {
  const successors = successorsOf(lanes, dependencies);
  let shortest: readonly TxIndex[] | null = null;
  for (const start of stuckTransactions(successors).slice(0, SEARCHED)) {
    const cycle = shortestCycleThrough(start, successors);
    if (cycle && (!shortest || cycle.length < shortest.length)) shortest = cycle;
  }
  return shortest && fromLowest(shortest);
}

/** The same cycle, named from its lowest transaction on, so that one cycle has one name. */
function fromLowest(cycle: readonly TxIndex[]): readonly TxIndex[] {
  const at = cycle.indexOf(txIndex(Math.min(...cycle)));
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}

/** Those that wait for ever: what is left when all that waits for nobody is taken away. Those on a cycle come first. */
function stuckTransactions(successors: readonly (readonly TxIndex[])[]): readonly TxIndex[] {
  const waitsFor = successors.map(() => new Set<number>());
  successors.forEach((list, tx) => {
    for (const next of list) waitsFor[next]?.add(tx);
  });
  const free = waitsFor.flatMap((on, tx) => (on.size === 0 ? [tx] : []));
  for (let tx = free.pop(); tx !== undefined; tx = free.pop()) {
    for (const next of successors[tx] ?? []) {
      if (waitsFor[next]?.delete(tx) && waitsFor[next]?.size === 0) free.push(next);
    }
  }
  const stuck = waitsFor.flatMap((on, tx) => (on.size > 0 ? [tx] : []));
  // Going back from anyone stuck, one comes upon a cycle: it is there even if the search below has to stop early.
  const cycle = new Set<number>();
  for (let tx = stuck[0], steps = 0; tx !== undefined && steps < 2 * stuck.length; steps++) {
    [tx] = waitsFor[tx] ?? [];
    if (tx !== undefined && steps >= stuck.length) cycle.add(tx);
  }
  return [...new Set([...cycle, ...stuck])].map(txIndex);
}

function shortestCycleThrough(start: TxIndex, successors: readonly (readonly TxIndex[])[]): readonly TxIndex[] | null {
  const cameFrom = new Map<TxIndex, TxIndex>();
  const queue = [start];
  for (const tx of queue) {
    for (const next of successors[tx] ?? []) {
      if (next === start) {
        const cycle = [tx];
        for (let at = tx; at !== start; ) {
          at = cameFrom.get(at) ?? start;
          cycle.unshift(at);
        }
        return cycle;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, tx);
      queue.push(next);
    }
  }
  return null;
}

/** The fewest moves of a card within its lane that leave no cycle, looked for among the cards of the cycles; null when many are needed. */
function findFix(lanes: Lanes, dependencies: Dependencies, cycle: readonly TxIndex[]): readonly LaneMove[] | null {
  const moves: LaneMove[] = [];
  let drawn = lanes;
  for (let left: readonly TxIndex[] | null = cycle; left && moves.length < MOST_MOVES; ) {
    const candidates = movesWithin(drawn, left).slice(0, SEARCHED);
    const outcomes = candidates.map((move) => ({ move, lanes: applyMove(drawn, move) }));
    const best = outcomes.find((outcome) => !findCycle(outcome.lanes, dependencies)) ?? outcomes[0];
    if (!best) break;
    moves.push(best.move);
    drawn = best.lanes;
    left = findCycle(drawn, dependencies);
    if (!left) return moves;
  }
  return null;
}

function describeFix(moves: readonly LaneMove[]): string {
  const text = moves.map(({ tx, before }) => `transaction ${tx} in front of transaction ${before}`);
  return `Move ${text.join(', then ')}, or use free order.`;
}

/** A lower card drawn after a higher one, both of the cycle: putting it in front brings the two into block order. Short ways first. */
function movesWithin(lanes: Lanes, cycle: readonly TxIndex[]): readonly LaneMove[] {
  const members = new Set(cycle);
  const moves = lanes.flatMap((lane) =>
    lane.flatMap((tx, to) =>
      members.has(tx)
        ? lane
            .slice(0, to)
            .flatMap((before, from) => (members.has(before) && before > tx ? [{ tx, before, way: to - from }] : []))
        : [],
    ),
  );
  return moves.sort((a, b) => a.way - b.way).map(({ tx, before }) => ({ tx, before }));
}

function applyMove(lanes: Lanes, { tx, before }: LaneMove): Lanes {
  return lanes.map((lane) =>
    lane.includes(tx) ? lane.filter((t) => t !== tx).flatMap((t) => (t === before ? [tx, t] : [t])) : lane,
  );
}
