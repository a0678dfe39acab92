import type { CreditMode, FinalExecution } from '../model/execution.ts';
import type { ConflictGraph } from '../model/graph.ts';
import { gas } from '../model/ids.ts';
import type { AccessTable } from './accesses.ts';
import { toAccessTable } from './accesses.ts';
import { findCriticalPath } from './critical-path.ts';
import { toDependencies } from './dependencies.ts';
import { findEdges } from './edges.ts';
import { findHottest } from './hottest.ts';
import { lowestIndexFirst } from './list-schedule.ts';
import { countPairs } from './pairs.ts';
import { findWaves } from './waves.ts';

export interface AnalysisOptions {
  readonly credits: CreditMode;
}

/** More would only be carried about: a list on the screen ends sooner. */
export const HOTTEST_LISTED = 100;

/**
 * What the recorded executions of a block, by transaction index, say about its conflicts: ANALYSIS.md's figures, and the
 * graph behind them. The recordings must be of serial execution, with the fee as the run is to treat it.
 */
export function buildConflictGraph(executions: readonly FinalExecution[], options: AnalysisOptions): ConflictGraph {
  return analyseAccesses(toAccessTable(executions, options.credits));
}

export function analyseAccesses(table: AccessTable): ConflictGraph {
  const { transactions, gas: gasOf } = table;
  const edges = findEdges(table);
  const dependencies = toDependencies(edges, transactions);
  const wave = findWaves(dependencies);
  const waves = wave.reduce((most, w) => Math.max(most, w + 1), 0);
  const critical = findCriticalPath(dependencies, gasOf);
  const gasUsed = gas(gasOf.reduce<number>((sum, g) => sum + g, 0));
  return {
    transactions,
    edges,
    gas: gasOf,
    wave,
    criticalPath: critical.path,
    figures: {
      transactions,
      gasUsed,
      ...countPairs(table),
      longestChainTxs: waves,
      criticalPathGas: critical.gas,
      waves,
      // A block that uses no gas (empty, or all invalid) can't be sped up.
      speedupBound: critical.gas === 0 ? 1 : gasUsed / critical.gas,
      lowestIndexFirst: {
        '2': lowestIndexFirst(dependencies, gasOf, 2),
        '4': lowestIndexFirst(dependencies, gasOf, 4),
        '8': lowestIndexFirst(dependencies, gasOf, 8),
        '16': lowestIndexFirst(dependencies, gasOf, 16),
      },
      hottest: findHottest(table, HOTTEST_LISTED),
    },
  };
}
