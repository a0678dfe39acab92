import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Comparison, type ComparisonState, createComparison } from '../../store/compare/comparison.ts';
import type { Way } from '../../store/compare/points.ts';
import { useApp } from '../common/app-context.tsx';

/** A comparison of the document that lives as long as the view. */
export function useComparison(): Comparison {
  const app = useApp();
  const comparison = useMemo(() => createComparison(app), [app]);
  useEffect(() => () => comparison.dispose(), [comparison]);
  return comparison;
}

/** Asks for these ways whenever they change, and gives what is known. `ways` must keep its identity. */
export function useWays(comparison: Comparison, ways: readonly Way[], logs: boolean): ComparisonState {
  useEffect(() => {
    comparison.want(ways, logs);
  }, [comparison, ways, logs]);
  return useStore(comparison.store);
}
