import { describe, expect, it } from 'vitest';
import type { RunReport } from '../model/run.ts';
import { boundLine } from './bound-line.ts';
import { drawGraph } from './dag/test-graphs.ts';

const check = { equal: true, differences: [], postStateRoot: '0x', serialPostStateRoot: '0x' } as const;
const metrics = {
  engine: 'block-stm',
  lanes: 4,
  clock: 'virtual',
  work: 600,
  oneLane: 600,
  makespan: 400,
  criticalPath: 300,
  bound: 2,
  speedup: 1.5,
  efficiency: 0.375,
  incarnations: 6,
  aborts: 0,
  blocked: 0,
  reexecutedGas: 0 as RunReport['metrics']['reexecutedGas'],
  utilisation: [],
} as const satisfies RunReport['metrics'];
/** Three transactions of 100 gas in a row, and three beside them. */
const graph = drawGraph(6, [
  [0, 1],
  [1, 2],
]);

describe('boundLine', () => {
  it('is the work divided by the bound', () => {
    expect(boundLine({ metrics, check }, graph, 'gas')).toEqual({ at: 300, label: 'no schedule can beat 300' });
  });

  it('holds a race against what a correct schedule needs', () => {
    const race = { ...metrics, engine: 'race', criticalPath: 100, bound: 4, makespan: 200 } as const;
    expect(boundLine({ metrics: race, check }, graph, 'gas')).toEqual({
      at: 300,
      label: 'no correct schedule can beat 300',
    });
    expect(boundLine({ metrics: { ...race, clock: 'measured' }, check }, graph, 'µs')).toEqual({
      at: 150,
      label: 'even without waiting, no schedule can beat 150 µs',
    });
  });

  it('speaks of the order that the lanes made, where it is not block order', () => {
    expect(boundLine({ metrics, check: { ...check, order: [] } }, graph, 'gas')?.label).toBe(
      'in this order no schedule can beat 300',
    );
  });

  it('has nothing to say of no work', () => {
    expect(boundLine({ metrics: { ...metrics, work: 0 }, check }, graph, 'gas')).toBeNull();
  });
});
