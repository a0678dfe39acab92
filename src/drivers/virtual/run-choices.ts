import fc from 'fast-check';
import { ENGINES } from '../../engines/index.ts';
import { type CostModel, DEFAULT_ENGINE_OPTIONS, type EngineOptions } from '../../model/settings.ts';

/** Test support: everything that can be chosen about a run by any engine but `race`. */
export const runChoices = fc.record({
  engine: fc.constantFrom(...Object.values(ENGINES).flatMap(({ id }) => (id === 'race' ? [] : [id]))),
  lanes: fc.integer({ min: 1, max: 8 }),
  fees: fc.constantFrom('delta' as const, 'naive' as const),
  credits: fc.constantFrom('strict' as const, 'commutative' as const),
  costs: fc.record(
    {
      gasPerMicrosecond: fc.constant(100),
      dispatch: fc.integer({ min: 0, max: 3 }),
      validationPerRead: fc.integer({ min: 0, max: 2 }),
      coldRead: fc.integer({ min: 0, max: 2 }),
      work: fc.record({
        transaction: fc.nat(5000),
        compute: fc.nat(5000),
        read: fc.nat(2000),
        write: fc.nat(2000),
      }),
    },
    { requiredKeys: ['gasPerMicrosecond', 'dispatch', 'validationPerRead', 'coldRead'] },
  ) satisfies fc.Arbitrary<CostModel>,
  options: fc.record({
    lanesPolicy: fc.constantFrom('wait' as const, 'free' as const),
    dagPolicy: fc.constantFrom('block-order' as const, 'critical-path' as const, 'longest-first' as const),
    estimates: fc.boolean(),
    senderLinks: fc.boolean(),
    rollingCommit: fc.boolean(),
    lockGranularity: fc.constantFrom('account' as const, 'slot' as const),
    queueLength: fc.integer({ min: 1, max: 5 }),
    overDeclare: fc.boolean(),
    listOrder: fc.constantFrom('block-order' as const, 'longest-first' as const),
  }) satisfies fc.Arbitrary<Partial<EngineOptions>>,
  /** Numbers from which pins, drawn lanes and hints are made, once the length of the block is known. */
  pinned: fc.array(fc.option(fc.nat(7), { freq: 2 }), { minLength: 10, maxLength: 10 }),
  dealt: fc.array(fc.nat(7), { minLength: 10, maxLength: 10 }),
  hinted: fc.option(fc.array(fc.array(fc.nat(8), { maxLength: 2 }), { minLength: 10, maxLength: 10 })),
});

export type RunChoices = typeof runChoices extends fc.Arbitrary<infer T> ? T : never;

/** Makes the choices fit a block: drawn lanes follow the pins, and, unless the order is free, are in block order. */
export function fitChoices(
  { engine, lanes, credits, options, pinned, dealt, hinted, ...rest }: RunChoices,
  transactions: number,
) {
  const txs = Array.from({ length: transactions }, (_, tx) => tx);
  const pins = txs.flatMap((tx) => (pinned[tx] == null ? [] : [[tx, (pinned[tx] ?? 0) % lanes] as const]));
  const laneOf = (tx: number): number => pins.find(([other]) => other === tx)?.[1] ?? (dealt[tx] ?? 0) % lanes;
  const drawn = Array.from({ length: lanes }, (_, lane) => txs.filter((tx) => laneOf(tx) === lane));
  if (options.lanesPolicy === 'free') for (const lane of drawn) lane.sort((a, b) => (dealt[a] ?? 0) - (dealt[b] ?? 0));
  const hints =
    engine === 'dag' && hinted ? { hints: txs.map((tx) => (hinted[tx] ?? []).filter((on) => on < tx)) } : {};
  return {
    ...rest,
    engine,
    lanes,
    credits: engine === 'block-stm' ? credits : ('strict' as const),
    pins,
    drawn,
    options: { ...DEFAULT_ENGINE_OPTIONS, ...options, ...hints },
  };
}
