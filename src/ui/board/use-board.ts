import { useMemo } from 'react';
import { refuseCycle } from '../../engines/lane-cycle.ts';
import type { Dependency } from '../../engines/engine.ts';
import type { ConflictGraph } from '../../model/graph.ts';
import type { Refusal } from '../../model/refusal.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { Scenario, TxId } from '../../model/scenario.ts';
import type { RunState } from '../../store/app.ts';
import { cardsOnLanes } from '../../store/edits.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import { useDocument, useRun } from '../common/app-context.tsx';
import { type Carry, dropOf } from './carry.ts';

/** In a longer block the search would make the drag stutter; the run itself still refuses. */
const FORETOLD = 2000;

/** Gas of a card before the block has been executed once: what a call of middling size takes. */
const UNKNOWN_GAS = 60_000;

export interface BoardCards {
  readonly lanes: readonly (readonly TxIndex[])[];
  /** On no lane, in block order. */
  readonly free: readonly TxIndex[];
  readonly idOf: (tx: TxIndex) => TxId;
  readonly gasOf: (tx: TxIndex) => number;
}

/** The cards by lane, with their gas where it is known. */
export function useBoardCards(): BoardCards {
  const scenario = useDocument((state) => state.scenario);
  const gas = useRun((state) => (isOf(state, scenario) ? (state.analysis?.graph.gas ?? null) : null));
  return useMemo(() => {
    const indexOf = new Map(scenario.transactions.map(({ id }, index) => [id, txIndex(index)]));
    const lanes = cardsOnLanes(scenario).map((ids) => ids.flatMap((id) => indexOf.get(id) ?? []));
    const pinned = new Set(lanes.flat());
    return {
      lanes,
      free: [...indexOf.values()].filter((tx) => !pinned.has(tx)),
      idOf: (tx) => scenario.transactions[tx]?.id ?? '',
      gasOf: (tx) => gas?.[tx] ?? UNKNOWN_GAS,
    };
  }, [scenario, gas]);
}

/**
 * `lanes` engine, wait policy: why the engine would refuse the lanes with the carried cards put down (or as they are now), as
 * transactions would wait for each other in a circle. Null when they wouldn't, or it can't be known yet.
 */
export function usePredictedRefusal(carry: Carry | null): Refusal | null {
  const scenario = useDocument((state) => state.scenario);
  const graph = useRun((state) => (isOf(state, scenario) ? (state.analysis?.graph ?? null) : null));
  const { engine, options } = scenario.settings;
  const waits = engine === 'lanes' && options.lanesPolicy === 'wait';
  const dependencies = useMemo(() => (waits && graph ? dependenciesOf(graph) : null), [waits, graph]);
  return useMemo(() => {
    if (!dependencies || (carry && dependencies.length > FORETOLD)) return null;
    // Moving cards in the block changes the dependencies themselves: not known before it is executed again.
    const drop = carry && (carry.from === 'board' || carry.place?.kind !== 'block') ? dropOf(carry) : null;
    const { drawn } = drawnLanes(drop ? drop.change(scenario) : scenario);
    return refuseCycle(
      drawn.map((lane) => lane.map(txIndex)),
      dependencies,
    );
  }, [dependencies, scenario, carry]);
}

function dependenciesOf({ transactions, edges }: ConflictGraph): readonly (readonly Dependency[])[] {
  const dependencies: Dependency[][] = Array.from({ length: transactions }, () => []);
  for (const { kind, from, to } of edges) if (kind === 'RAW') dependencies[to]?.push({ on: from });
  return dependencies;
}

function isOf(run: RunState, scenario: Scenario): boolean {
  return run.analysed?.scenario.transactions === scenario.transactions;
}
