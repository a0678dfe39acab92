import { expect, test } from 'vitest';
import { toRunMetrics } from '../../analysis/metrics.ts';
import { mixedDefi } from '../../workloads/examples/mixed-defi.ts';
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
  expect(curveHeading({ ...scenario, settings }, [run(2, 1.8)]).notes[1]).toBe(
    'Also paid for: handing out a task (5,000 gas), the first read of a location (300 gas).',
  );
  const spec = {
    parameter: 'coldRead',
    kind: 'swap',
    engines: ['dag'],
    lanes: 8,
    seeds: 3,
    base: { ...DEFAULT_GENERATOR_OPTIONS, transactions: 100 },
    settings,
  } as const;
  expect(sweepHeading(spec, 'speed-up', 'cold read', '9 of 9').notes[1]).toBe(
    'Also paid for: handing out a task (5,000 gas).',
  );
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
    '9 of 9',
  ]);
});
