import { describe, expect, test } from 'vitest';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import { isEngineChoice, isLaneChoice, isSweepChoice } from './kept-choice.ts';

const sweep = {
  parameter: 'share',
  kind: 'swap',
  engines: ['dag'],
  lanes: 8,
  seeds: 3,
  base: DEFAULT_GENERATOR_OPTIONS,
};

describe('a choice from storage is taken as it was made, or not at all', () => {
  test.each([
    [isEngineChoice, ['dag', 'block-stm'], true],
    [isEngineChoice, [], false],
    [isEngineChoice, ['dag', 'dag'], false],
    [isEngineChoice, ['fastest'], false],
    [isEngineChoice, 'dag', false],
    [isEngineChoice, null, false],
    [isLaneChoice, [1, 128], true],
    [isLaneChoice, [0], false],
    [isLaneChoice, [129], false],
    [isLaneChoice, [2.5], false],
    [isLaneChoice, ['2'], false],
    [isSweepChoice, sweep, true],
    [isSweepChoice, { ...sweep, parameter: 'weather' }, false],
    [isSweepChoice, { ...sweep, seeds: 1e6 }, false],
    [isSweepChoice, { ...sweep, base: { ...sweep.base, transactions: 1e9 } }, false],
    [isSweepChoice, { ...sweep, base: { ...sweep.base, mix: { nothing: 1 } } }, false],
    [isSweepChoice, { ...sweep, more: 1 }, false],
  ] as const)('%o %j', (is, value, good) => {
    expect(is(value)).toBe(good);
  });
});
