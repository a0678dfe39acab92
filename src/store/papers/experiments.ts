import type { Block } from '../../model/block.ts';
import type { RunMetrics } from '../../model/run.ts';
import { type CostModel, DEFAULT_ENGINE_OPTIONS, DEFAULT_SETTINGS, type EngineId } from '../../model/settings.ts';
import type { RunSettings } from '../../model/settings.ts';
import { createChainBlock } from '../../workloads/published/chain-block.ts';
import { costsFor, costsWithBottleneck } from '../../workloads/published/costs.ts';
import { BLOCK_STM, CHAIN, CPP_BLOCK_STM, type PublishedFigure } from '../../workloads/published/published.ts';
import { createTokenBlock } from '../../workloads/published/token-block.ts';
import { createTransferBlock } from '../../workloads/published/transfer-block.ts';
import { createTwoAccountBlock } from '../../workloads/published/two-account-block.ts';

export const EXPERIMENT_IDS = ['block-stm', 'cpp-block-stm', 'chain', 'locks', 'access-list', 'real-blocks'] as const;
export type ExperimentId = (typeof EXPERIMENT_IDS)[number];

/** What a chart shows against lanes. `busy`: time spent executing, as a number of lanes. */
export type Measure = 'speedup' | 'abortRate' | 'busy';

/** A variant of an experiment, such as one of the source's settings. */
export type Variant = 'diem' | 'diem-counters' | 'aptos' | 'aptos-counters' | 'transfers' | 'swaps' | 'only';

/** What was published of a measure, and which of our curves stands for the same. */
export interface PublishedCurve {
  readonly id: string;
  readonly measure: Measure;
  readonly against: string;
  readonly figures: readonly PublishedFigure[];
  /** No figure was published: it follows from the rule. */
  readonly byRule?: true;
}

/** Runs of one block that make up curves. */
export interface PaperBlock {
  /** Null: the block of the open document. */
  readonly create: ((transactions: number) => Block) | null;
  readonly lanes: readonly number[];
  /** The costs of the source's setting, for a block whose transactions take so much gas on average. */
  readonly curves: readonly PaperCurve[];
}

export interface PaperCurve {
  /** Names the curve within its experiment; see the texts. */
  readonly id: string;
  readonly settings: Partial<RunSettings> & { readonly engine: EngineId };
  readonly costs?: (gas: number) => CostModel;
}

export interface Experiment {
  readonly id: ExperimentId;
  readonly variants: readonly Variant[];
  readonly measures: readonly Measure[];
  /** Whether the number of transactions can be chosen; else the block has its own. */
  readonly sized: boolean;
  blocks(variant: Variant): readonly PaperBlock[];
  published(variant: Variant): readonly PublishedCurve[];
}

const REAL_LANES = [1, 2, 4, 8, 16];

const blockStm: Experiment = {
  id: 'block-stm',
  variants: ['diem', 'diem-counters', 'aptos', 'aptos-counters'],
  measures: ['speedup', 'abortRate'],
  sized: true,
  blocks(variant) {
    const shape = variant.startsWith('aptos') ? BLOCK_STM.settings.aptos : BLOCK_STM.settings.diem;
    const costs = variant.endsWith('counters') ? costsWithBottleneck : costsFor;
    return BLOCK_STM.accounts.map((accounts) => ({
      create: (transactions) => createTransferBlock(transactions, accounts, shape),
      lanes: BLOCK_STM.lanes,
      curves: [
        { id: `${accounts}`, settings: { engine: 'block-stm' }, costs: (gas) => costs(gas, shape.microseconds) },
      ],
    }));
  },
  published: () => [
    { id: 'low contention', measure: 'speedup', against: '10000', figures: BLOCK_STM.lowContention },
    { id: '100 accounts', measure: 'speedup', against: '100', figures: [BLOCK_STM.accounts100] },
    { id: '10 accounts', measure: 'speedup', against: '10', figures: [BLOCK_STM.accounts10] },
    { id: '2 accounts', measure: 'speedup', against: '2', figures: [BLOCK_STM.accounts2] },
  ],
};

/** Ours reads three things more (nonce, balance, code), in no conflict; a validation is to cost what it does there. */
const READS_OF_OURS = 5;

const cppBlockStm: Experiment = {
  id: 'cpp-block-stm',
  variants: ['only'],
  measures: ['speedup', 'abortRate'],
  sized: true,
  blocks: () => {
    const scaled = (costs: CostModel): CostModel => ({
      ...costs,
      validationPerRead: Math.round((costs.validationPerRead * CPP_BLOCK_STM.reads) / READS_OF_OURS),
    });
    const { microseconds } = CPP_BLOCK_STM;
    return [
      {
        create: (transactions) => createTwoAccountBlock(transactions, CPP_BLOCK_STM.accounts),
        lanes: CPP_BLOCK_STM.rows.map(([lanes]) => lanes),
        curves: [
          { id: 'constant', settings: { engine: 'block-stm' }, costs: (gas) => scaled(costsFor(gas, microseconds)) },
          {
            id: 'counters',
            settings: { engine: 'block-stm' },
            costs: (gas) => scaled(costsWithBottleneck(gas, microseconds)),
          },
        ],
      },
    ];
  },
  published: () => [
    { id: 'table', measure: 'speedup', against: 'constant', figures: CPP_BLOCK_STM.speedup },
    { id: 'table', measure: 'abortRate', against: 'constant', figures: CPP_BLOCK_STM.aborts },
  ],
};

const chain: Experiment = {
  id: 'chain',
  variants: ['transfers', 'swaps'],
  measures: ['speedup', 'busy'],
  sized: false,
  blocks(variant) {
    const kind = variant === 'swaps' ? 'swaps' : 'transfers';
    const { microseconds } = CHAIN[kind];
    return [
      {
        create: (transactions) => createChainBlock(kind, Math.min(transactions, CHAIN.transactions)),
        lanes: CHAIN.lanes,
        curves: (['dag', 'block-stm'] as const).map((engine) => ({
          id: engine,
          settings: { engine },
          costs: (gas) => costsFor(gas, microseconds),
        })),
      },
    ];
  },
  published(variant) {
    const { dag, 'block-stm': blockStm } = CHAIN[variant === 'swaps' ? 'swaps' : 'transfers'];
    return (['speedup', 'busy'] as const).flatMap((measure) => [
      { id: 'dag', measure, against: 'dag', figures: [dag[measure]] },
      { id: 'block-stm', measure, against: 'block-stm', figures: [blockStm[measure]] },
    ]);
  },
};

const locks: Experiment = {
  id: 'locks',
  variants: ['only'],
  measures: ['speedup'],
  sized: true,
  blocks: () => [
    {
      create: createTokenBlock,
      lanes: BLOCK_STM.lanes,
      curves: (['account', 'slot'] as const).map((lockGranularity) => ({
        id: lockGranularity,
        settings: { engine: 'account-locks', options: { ...DEFAULT_ENGINE_OPTIONS, lockGranularity } },
      })),
    },
  ],
  // Solana's argument for finer locks, in no figure: one token's transfers go one after the other.
  published: () => [
    {
      id: 'one token',
      measure: 'speedup',
      against: 'account',
      figures: [{ lanes: null, least: 1, most: 1 }],
      byRule: true,
    },
  ],
};

const accessList: Experiment = {
  id: 'access-list',
  variants: ['only'],
  measures: ['speedup'],
  sized: false,
  blocks: () => [
    {
      create: null,
      lanes: REAL_LANES,
      curves: [
        ...(['block-order', 'longest-first'] as const).map((listOrder) => ({
          id: listOrder,
          settings: { engine: 'block-access-list', options: { ...DEFAULT_ENGINE_OPTIONS, listOrder } } as const,
        })),
        { id: 'dag', settings: { engine: 'dag' } },
      ],
    },
  ],
  published: () => [],
};

const REAL_ENGINES = ['dag', 'components', 'account-locks', 'block-stm', 'rounds', 'in-order'] as const;

const realBlocks: Experiment = {
  id: 'real-blocks',
  variants: ['only'],
  measures: ['speedup', 'abortRate'],
  sized: false,
  blocks: () => [
    { create: null, lanes: REAL_LANES, curves: REAL_ENGINES.map((engine) => ({ id: engine, settings: { engine } })) },
  ],
  published: () => [],
};

export const EXPERIMENTS: Readonly<Record<ExperimentId, Experiment>> = {
  'block-stm': blockStm,
  'cpp-block-stm': cppBlockStm,
  chain,
  locks,
  'access-list': accessList,
  'real-blocks': realBlocks,
};

/** What a curve is run with, on a block whose transactions take `gas` on average. */
export function settingsOf({ settings, costs }: PaperCurve, lanes: number, gas: number): RunSettings {
  return { ...DEFAULT_SETTINGS, ...settings, ...(costs && { costs: costs(gas) }), lanes, clock: 'virtual' };
}

export function measureOf(metrics: RunMetrics, measure: Measure, transactions: number): number {
  switch (measure) {
    case 'speedup':
      return metrics.speedup;
    case 'abortRate':
      return metrics.aborts / Math.max(1, transactions);
    case 'busy':
      return metrics.utilisation.reduce((sum, share) => sum + share, 0);
  }
}
