import { expect, test } from 'vitest';
import { txIndex } from '../../model/ids.ts';
import { drawLog } from '../test-events.ts';
import { place } from '../test-log.ts';
import { findParting, type Knowledge } from './parting.ts';
import { partingSentence } from './parting-sentence.ts';

const tell = (a: string, b: string, knowledge: Knowledge = null): string =>
  partingSentence(findParting({ events: drawLog(a), knowledge: null }, { events: drawLog(b), knowledge }), {
    names: ['Block-STM', 'Dependency DAG'],
    unit: 'gas',
    locationName: () => 'pool.reserve0',
  });

const OPTIMIST = `
  0 L1 start 2.0
  0 L2 start 1.0
  26500 L2 finish 1.0
  26500 L2 start 3.0
  80000 L1 finish 2.0
  90000 L2 finish 3.0
  90000 abort 3.0 by 2
  90000 L2 start 3.1
  150000 L2 finish 3.1
`;

test('one starts what the other lets wait, and for what', () => {
  const patient = `
    0 L1 start 1.0
    0 L2 start 2.0
    26500 L1 finish 1.0
    26500 L1 wait 3 on 2
    80000 L2 finish 2.0
    80000 L1 start 3.0
  `;
  expect(tell(OPTIMIST, patient)).toBe(
    'At 26.5k Block-STM starts 3 on lane 2; Dependency DAG lets it wait for 2 (pool.reserve0).',
  );
});

test('lanes may differ; a run that needs no second execution is told', () => {
  const lucky = `
    0 L2 start 2.0
    0 L1 start 1.0
    26500 L1 finish 1.0
    26500 L1 start 3.0
    80000 L2 finish 2.0
    90000 L1 finish 3.0
    90000 L1 idle
  `;
  expect(tell(OPTIMIST, lucky)).toBe(
    'At 90k Block-STM starts 3 again on lane 2, as 3 read pool.reserve0 before 2 wrote it; Dependency DAG has executed it by 90k, and that stands.',
  );
});

test('fewer lanes: the other is still busy with something else', () => {
  const one = `
    0 L1 start 1.0
    26500 L1 finish 1.0
    26500 L1 start 2.0
  `;
  const two = `
    0 L1 start 1.0
    0 L2 start 2.0
  `;
  expect(tell(one, two)).toBe(
    'At the start Dependency DAG starts 2 on lane 2; Block-STM is still executing 1 on lane 1, which takes it later.',
  );
  const late = `
    0 L1 start 1.0
    0 L2 start 2.0
    10 L1 finish 1.0
    30 L2 finish 2.0
    30 L2 start 3.0
  `;
  const early = `
    0 L1 start 1.0
    0 L2 start 2.0
    10 L1 finish 1.0
    10 L1 start 3.0
  `;
  expect(tell(early, late)).toBe(
    'At 10 Block-STM starts 3 on lane 1; Dependency DAG is still executing 2 on lane 2, which takes it later.',
  );
});

test('one that knows dependencies holds back, and takes another that is ready', () => {
  const informed = `
    0 L1 start 1.0
    0 L2 start 2.0
    26500 L1 finish 1.0
    26500 L1 start 4.0
  `;
  const first = 'At 26.5k Block-STM starts 3 on lane 2; Dependency DAG';
  expect(tell(OPTIMIST, informed)).toBe(`${first} starts 4 on lane 1 instead.`);
  const needs: Knowledge = (tx) => (tx === 3 ? [{ on: txIndex(2), location: place('pool.reserve0') }] : []);
  expect(tell(OPTIMIST, informed, needs)).toBe(
    `${first} knows that it reads pool.reserve0 from 2, which hasn’t finished.`,
  );
});

test('the same starts to the end: they never part', () => {
  expect(tell(OPTIMIST, OPTIMIST)).toContain('the same transactions at the same moments');
});
