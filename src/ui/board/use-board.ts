import { useMemo } from 'react';
import { drawnLanes } from '../../model/drawn-lanes.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { Scenario, TxId } from '../../model/scenario.ts';
import type { RunState } from '../../store/app.ts';
import { cardsOnLanes } from '../../store/edits.ts';
import { useDocument, useRun } from '../common/app-context.tsx';
import { type Carry, dropOf } from './carry.ts';
import { type ConflictIndex, createConflictIndex } from './conflict-index.ts';
import { findCycle } from './find-cycle.ts';

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

/** Which cards conflict; null until the block as it stands has been executed once. Made when first asked for. */
export function useConflictIndex(): (() => ConflictIndex) | null {
  const transactions = useDocument((state) => state.scenario.transactions);
  const analysis = useRun((state) => (state.analysed?.scenario.transactions === transactions ? state.analysis : null));
  const credits = useDocument((state) => state.scenario.settings.credits);
  return useMemo(() => {
    if (!analysis) return null;
    let index: ConflictIndex | null = null;
    return () => {
      index ??= createConflictIndex(analysis.serial.executions, credits);
      return index;
    };
  }, [analysis, credits]);
}

/**
 * `lanes` engine, wait policy: transactions that would wait for each other in a circle once the carried cards are put down (or as
 * the lanes are now), so that the engine would refuse. Null when there are none, or it can't be known yet.
 */
export function usePredictedCycle(carry: Carry | null): readonly TxIndex[] | null {
  const scenario = useDocument((state) => state.scenario);
  const edges = useRun((state) => (isOf(state, scenario) ? (state.analysis?.graph.edges ?? null) : null));
  const { engine, options } = scenario.settings;
  const waits = engine === 'lanes' && options.lanesPolicy === 'wait';
  return useMemo(() => {
    if (!waits || !edges) return null;
    // Moving cards in the block changes the edges themselves: not known before it is executed again.
    const drop = carry && (carry.from === 'board' || carry.place?.kind !== 'block') ? dropOf(carry) : null;
    return findCycle(drawnLanes(drop ? drop.change(scenario) : scenario), edges);
  }, [waits, edges, scenario, carry]);
}

function isOf(run: RunState, scenario: Scenario): boolean {
  return run.analysed?.scenario.transactions === scenario.transactions;
}
