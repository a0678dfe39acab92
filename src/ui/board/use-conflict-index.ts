import { useMemo } from 'react';
import { useDocument, useRun, useView } from '../common/app-context.tsx';
import { type ConflictIndex, createConflictIndex } from './conflict-index.ts';

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

const NONE: ReadonlySet<number> = new Set();

/** The cards to light up: the one under the pointer in whichever view, or all that touch the location under it. */
export function useLitCards(index: (() => ConflictIndex) | null): ReadonlySet<number> {
  const hovered = useView((state) => state.hovered);
  return useMemo(() => {
    if (!hovered) return NONE;
    if ('tx' in hovered) return new Set([hovered.tx]);
    return index ? new Set(index().touching(hovered.location)) : NONE;
  }, [hovered, index]);
}
