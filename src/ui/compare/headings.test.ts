import { expect, test } from 'vitest';
import { toRunMetrics } from '../../analysis/metrics.ts';
import { mixedDefi } from '../../workloads/examples/mixed-defi.ts';
import type { EngineId } from '../../model/settings.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import { curveHeading, sideBySideHeading, sweepHeading } from './headings.ts';
import type { WayRun } from './SideBySide.tsx';

const scenario = mixedDefi.scenario();

/** A run of no events whose result is right: 300 gas of work, of which some are a chain. */
const run = (lanes: number, speedup: number, criticalPath = 100): WayRun => ({
  way: { engine: 'dag', lanes },
  run: {
    kind: 'done',
    settings: { ...scenario.settings, engine: 'dag', lanes },
    metrics: {
      ...toRunMetrics({ engine: 'dag', lanes, clock: 'virtual', events: [], work: 300, criticalPath }),
      speedup,
      makespan: 300 / speedup,
    },
    equal: true,
    ownOrder: false,
    eventCount: 0,
    events: null,
  },
});

test('a picture says of which block it is, that its time is modelled, on how many lanes, which engines, and the best', () => {
  const { title, notes } = sideBySideHeading(scenario, [run(2, 1.8), run(4, 3)]);
  expect(title).toBe('Mixed DeFi block: runs side by side');
  expect(notes[0]).toBe('Modelled time, in gas. 12 transactions on 2, 4 lanes: Dependency DAG.');
  expect(notes.at(-1)).toMatch(
    /^Fastest of these with a serial result: Dependency DAG on 4 lanes, 3\.00× of at most 3\.00×\. Where a transaction waits for what it reads, no/,
  );
  expect(curveHeading(scenario, [run(1, 1)]).notes[0]).toContain('on 1 lane:');
});

test('a picture names what its runs pay besides gas, but not the cost that is swept', () => {
  const costs = { ...scenario.settings.costs, dispatch: 5000, coldRead: 300 };
  const settings = { ...scenario.settings, costs };
  const oneLanePaysToo =
    'Speed-up is work ÷ makespan, and work counts no such costs: one lane, which pays them too, comes to less than 1×.';
  expect(curveHeading({ ...scenario, settings }, [run(2, 1.8)]).notes.slice(1, 3)).toEqual([
    'Also paid for: handing out a task (5,000 gas), the first read of a location (300 gas).',
    oneLanePaysToo,
  ]);
  const spec = {
    parameter: 'coldRead',
    kind: 'swap',
    engines: ['dag'],
    lanes: 8,
    seeds: 3,
    base: { ...DEFAULT_GENERATOR_OPTIONS, transactions: 100 },
    settings,
  } as const;
  expect(sweepHeading(spec, 'speed-up', 'cold read', '9 of 9').notes.slice(2, 4)).toEqual([
    'Also paid for: handing out a task (5,000 gas).',
    oneLanePaysToo,
  ]);
  const work = { transaction: 1, compute: 2, read: 3, write: 4 };
  const fitted = { ...scenario, settings: { ...settings, costs: { ...scenario.settings.costs, work } } };
  expect(sideBySideHeading(fitted, [run(2, 1.8)]).notes[1]).toMatch(/kind of work/);
});

test('where nothing is faster than one lane, the reason is that of a run with lanes to spare', () => {
  const notes = curveHeading(scenario, [run(1, 1, 300), run(4, 1, 300)]).notes;
  expect(notes.at(-1)).toBe(
    'None of them is faster than one lane. Where a transaction waits for what it reads, no schedule can do better: the heaviest chain of dependencies takes 300 of 300 work.',
  );
});

test('a sweep says what its blocks have in common', () => {
  const spec = {
    parameter: 'accounts',
    kind: 'swap',
    engines: ['dag', 'block-stm'],
    lanes: 8,
    seeds: 3,
    base: { ...DEFAULT_GENERATOR_OPTIONS, transactions: 100 },
    settings: scenario.settings,
  } as const;
  expect(sweepHeading(spec, 'speed-up', 'accounts', '9 of 9').notes).toEqual([
    'Modelled time, in gas. Generated blocks of 100 transactions on 8 lanes: Dependency DAG · Block-STM.',
    'The same in all blocks: contention 0.8; 2% fail; mix by weight: Payments 4, Token transfers 4, Pool swaps 2, NFT mints, one counter 1, Votes 1; seeds 1 to 3.',
    '9 of 9',
  ]);
});

test('where one lane pays, too, a run is compared with that; who has all values beforehand gains alone', () => {
  const paying = (of: WayRun, oneLane: number, engine: EngineId): WayRun =>
    of.run.kind === 'done'
      ? { way: { ...of.way, engine }, run: { ...of.run, metrics: { ...of.run.metrics, oneLane } } }
      : of;
  // 300 gas of work take one lane 900; the first 400, the other 900.
  const list = paying(run(4, 0.75), 900, 'block-access-list');
  const dag = paying(run(4, 1 / 3), 900, 'dag');
  expect(curveHeading(scenario, [list, dag]).notes.slice(-2)).toEqual([
    'Fastest of these with a serial result: Block access list on 4 lanes, 0.75× of at most 3.00×, and 2.25× one lane, which pays these costs, too. What sets the bound: the longest transaction takes 100 of 300 work.',
    'Without every value given beforehand: none is faster than one lane. What sets the bound: the heaviest chain of dependencies takes 100 of 300 work.',
  ]);
});

test('where nobody gains, nobody is said to be best without a list', () => {
  const list: WayRun = { ...run(4, 1, 300), way: { engine: 'block-access-list', lanes: 4 } };
  const notes = curveHeading(scenario, [list, run(1, 1, 300)]).notes;
  expect(notes.filter((note) => note.startsWith('Without'))).toEqual([]);
  expect(notes.at(-1)).toMatch(/^None of them is faster than one lane/);
});
