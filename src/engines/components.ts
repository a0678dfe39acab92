import { type LaneIndex, laneIndex, type TxIndex } from '../model/ids.ts';
import { findConflictGroups } from './conflict-groups.ts';
import type { CreateEngine, EngineInfo, EngineRequest } from './engine.ts';
import { createLaneQueues } from './lane-queues.ts';

/**
 * Independent groups (grevm 1.0; arXiv 2504.01370): transactions that conflict, directly or through others, form a group.
 * Groups share nothing, so each runs in block order on one lane, and nothing needs to be versioned or validated:
 *
 *   waiting ─the one before it in its group is done, or runs on this lane▶ ready ─assign▶ running ─complete▶ committed
 *
 * Groups are dealt out before the start, the one with the most gas first, each to the lane with the least. A pin takes its whole
 * group to its lane. Where pins of one group name several lanes, the group is split: each pinned transaction runs on its own lane
 * and waits there until the one before it in the group has finished.
 *
 * Two groups do have one thing in common: who reads the fee recipient's balance reads the fees of all before it, and waits for them.
 * A lane that would wait does what it can of other groups. It ends: of the transactions not committed, the first in block order
 * never waits.
 */
const createEngine: CreateEngine = (input) => {
  const groups = findConflictGroups(input.accesses);
  const { laneOf, rank } = dealOut(groups, input);
  const ready = createLaneQueues(laneOf, (a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || a - b);
  const nextInGroup = new Map<TxIndex, TxIndex>();
  /** Those that wait, by lane, each with whom it waits for. */
  const waiting = Array.from({ length: input.lanes }, () => new Map<TxIndex, Set<TxIndex>>());
  const successors: TxIndex[][] = Array.from({ length: input.transactions }, () => []);
  let committed = 0;

  const waitingWith = (tx: TxIndex) => waiting[laneOf.get(tx) ?? 0];

  for (const group of groups) {
    for (const [i, tx] of group.entries()) {
      const previous = group[i - 1];
      const others = (input.dependencies[tx] ?? []).filter(({ on }) => rank.get(on) !== rank.get(tx));
      const on = new Set(others.map((dependency) => dependency.on));
      if (previous !== undefined) {
        nextInGroup.set(previous, tx);
        on.add(previous);
      }
      if (on.size === 0) ready.add(tx);
      else waitingWith(tx)?.set(tx, on);
      for (const other of on) successors[other]?.push(tx);
    }
  }

  /** `tx` needn't wait for `on` any more. */
  function letGo(tx: TxIndex, on: TxIndex): void {
    const left = waitingWith(tx)?.get(tx);
    if (!left?.delete(on) || left.size > 0) return;
    waitingWith(tx)?.delete(tx);
    ready.add(tx);
  }

  return {
    assign(lane) {
      const tx = ready.take(lane);
      if (tx === undefined) {
        const [held] = waiting[lane] ?? [];
        const [on] = held?.[1] ?? [];
        if (held === undefined || on === undefined) return { kind: 'wait', cause: { kind: 'no-task' } };
        return { kind: 'wait', cause: { kind: 'dependency', tx: held[0], on } };
      }
      // A lane's tasks run in the order given, so what follows on the same lane needn't wait for the end of this one.
      const next = nextInGroup.get(tx);
      if (next !== undefined && laneOf.get(next) === lane) letGo(next, tx);
      return { kind: 'task', task: { kind: 'execute', version: { tx, incarnation: 0 } } };
    },

    complete({ version }, outcome) {
      if (outcome.kind !== 'execution') return;
      input.memory.publish(version, outcome.execution.recording);
      input.notify({ kind: 'committed', version });
      committed++;
      for (const next of successors[version.tx] ?? []) letGo(next, version.tx);
    },

    get done() {
      return committed >= input.transactions;
    },
  };
};

/** Which lane each transaction runs on, and the place of its group in the order in which lanes take them. */
function dealOut(groups: readonly (readonly TxIndex[])[], { gas, lanes, pins }: EngineRequest) {
  const laneOf = new Map<TxIndex, LaneIndex>();
  const rank = new Map<TxIndex, number>();
  const load = new Array<number>(lanes).fill(0);
  const measured = groups.map((group) => ({
    group,
    gas: group.reduce((sum, tx) => sum + (gas[tx] ?? 0), 0),
    pinned: group.map((tx) => pins.get(tx)).find((lane) => lane !== undefined),
  }));
  // Pinned groups have no choice: the others are then dealt out around them.
  measured.sort((a, b) => Number(b.pinned !== undefined) - Number(a.pinned !== undefined) || b.gas - a.gas);
  for (const [place, { group, pinned }] of measured.entries()) {
    const home = pinned ?? laneIndex(load.indexOf(Math.min(...load)));
    for (const tx of group) {
      const lane = pins.get(tx) ?? home;
      laneOf.set(tx, lane);
      rank.set(tx, place);
      load[lane] = (load[lane] ?? 0) + (gas[tx] ?? 0);
    }
  }
  return { laneOf, rank };
}

export const components: EngineInfo = {
  id: 'components',
  readPolicy: () => 'newest-lower',
  assignsAhead: () => true,
  createEngine,
};
