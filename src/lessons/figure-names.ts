/** Figures of the run on screen (`RunMetrics`, and what follows from the log). Times in the unit of its clock. */
export const RUN_FIGURES = [
  'makespan',
  'work',
  'criticalPath',
  /** No speed-up can exceed it. */
  'bound',
  /** No makespan can be below it: max(critical path, work ÷ lanes). */
  'lowerBound',
  'speedup',
  /** 0 to 1. */
  'efficiency',
  'incarnations',
  'aborts',
  'reexecutedGas',
  /** Incarnations that met an ESTIMATE and gave up their lane. */
  'blocked',
  /** Rounds of the engine `rounds`. */
  'rounds',
  /** Lanes that executed anything. */
  'lanesUsed',
  /** Ways in which the result isn't the serial one. */
  'differences',
] as const;

/** Those that can be asked of another way of running (`with`), which gives figures and no log. */
export const WHAT_IF_FIGURES = [
  'makespan',
  'work',
  'criticalPath',
  'bound',
  'lowerBound',
  'speedup',
  'efficiency',
  'incarnations',
  'aborts',
  'reexecutedGas',
] as const satisfies readonly RunFigure[];

/** Figures of the block, from its serial execution (ANALYSIS.md's table). */
export const BLOCK_FIGURES = [
  'gasUsed',
  'conflictingPairs',
  'rawPairs',
  'wawPairs',
  'warPairs',
  'independentTxs',
  'longestChainTxs',
  'criticalPathGas',
  'waves',
  'speedupBound',
  /** Arrows of the dependency graph (read after write). */
  'dependencies',
  /** Weakly connected groups of the conflict graph. */
  'groups',
  /** Conflicting pairs that the hottest location causes. */
  'hottestPairs',
] as const;

/** Figures of the document. */
export const DOCUMENT_FIGURES = ['transactions', 'lanes', 'pinned'] as const;

export const FIGURE_NAMES = [...RUN_FIGURES, ...BLOCK_FIGURES, ...DOCUMENT_FIGURES] as const;

/** Figures of one transaction. Waves and lanes count from 1, as on screen; times are of the incarnation that counts. */
export const TX_FIGURES = ['gasOf', 'waveOf', 'laneOf', 'startOf', 'finishOf', 'incarnationsOf'] as const;

export type RunFigure = (typeof RUN_FIGURES)[number];
export type WhatIfFigure = (typeof WHAT_IF_FIGURES)[number];
export type BlockFigure = (typeof BLOCK_FIGURES)[number];
export type FigureName = (typeof FIGURE_NAMES)[number];
export type TxFigure = (typeof TX_FIGURES)[number];
