import { expect, test } from 'vitest';
import { txIndex } from '../../model/ids.ts';
import { wordToLocation } from '../../model/notation.ts';
import { DEFAULT_ENGINE_OPTIONS, type EngineId, type EngineOptions } from '../../model/settings.ts';
import { drawGraph } from '../dag/test-graphs.ts';
import { knownBeforehand } from './known-beforehand.ts';

const a = wordToLocation('x.a');
const b = wordToLocation('x.b');
const drawing = drawGraph(3, [
  [0, 2],
  [1, 2, 'WAW'],
]);
/** 2 reads x.a and x.b, which 0 writes. */
const graph = { ...drawing, edges: drawing.edges.map((edge) => ({ ...edge, locations: [a, b] })) };

const known = (engine: EngineId, options: Partial<EngineOptions> = {}, of: typeof graph | null = graph) =>
  knownBeforehand({ engine, options: { ...DEFAULT_ENGINE_OPTIONS, ...options } }, of)?.(txIndex(2));

test('who has the recording knows what is read after a write, and nothing else', () => {
  for (const engine of ['dag', 'components', 'account-locks', 'lanes'] as const) {
    expect(known(engine)).toEqual([{ on: 0, location: a }]);
    expect(known(engine, {}, null)).toBeUndefined();
  }
});

test('who finds out on the way knows nothing', () => {
  for (const engine of ['sequential', 'race', 'block-stm', 'block-access-list', 'rounds', 'in-order'] as const)
    expect(known(engine)).toBeUndefined();
});

test('lanes in free order wait for nobody', () => {
  expect(known('lanes', { lanesPolicy: 'free' })).toBeUndefined();
});

test('an imported hint is all that the DAG knows, also before the block has been analysed', () => {
  const hints = [[], [], [1]];
  expect(known('dag', { hints })).toEqual([{ on: 1, location: null }]);
  expect(known('dag', { hints }, null)).toEqual([{ on: 1, location: null }]);
  expect(known('dag', { hints: [[], [], []] })).toEqual([]);
});

test('what wasn’t declared isn’t known, whoever of the two kept silent; with accounts the whole account', () => {
  const declared = (underDeclare: readonly (readonly [number, string])[], lockGranularity: 'slot' | 'account') =>
    known('account-locks', { underDeclare, lockGranularity });
  expect(declared([[2, a]], 'slot')).toEqual([{ on: 0, location: b }]);
  expect(declared([[0, a]], 'slot')).toEqual([{ on: 0, location: b }]);
  expect(declared([[1, a]], 'slot')).toEqual([{ on: 0, location: a }]);
  expect(declared([[2, a]], 'account')).toEqual([]);
});
