import { describe, expect, test } from 'vitest';
import { ENGINE_IDS } from '../../model/settings.ts';
import { READY, type TxPlayback } from '../../store/replay.ts';
import { describeMachine, stateIn } from './machine.ts';
import { layOutMachine, NODE, WIDTH } from './machine-layout.ts';
import { ENGINE_STORIES } from './stories.ts';

const machineOf = (engine: keyof typeof ENGINE_STORIES) => ENGINE_STORIES[engine].machine;
const at = (playback: Partial<TxPlayback>): TxPlayback => ({ ...READY, ...playback });

describe.each(ENGINE_IDS)('the state machine of %s', (engine) => {
  const machine = machineOf(engine);
  const states = [...machine.way, ...machine.sides];

  test('names each state once, and joins states that it has', () => {
    const ids = states.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(machine.steps).toHaveLength(machine.way.length - 1);
    for (const { from, to } of machine.sides) expect(ids).toEqual(expect.arrayContaining([from, to]));
    expect(machine.way[0]?.id).toBe('ready');
    expect(machine.way.at(-1)?.id).toBe('committed');
  });

  test('has a state for whatever playback shows', () => {
    const ids = states.map(({ id }) => id);
    for (const status of ['ready', 'waiting', 'executing', 'executed', 'aborted', 'committed'] as const) {
      for (const incarnation of [0, 1]) {
        for (const valid of [null, true, false]) {
          for (const locked of [false, true]) {
            expect(ids).toContain(stateIn(machine, at({ status, incarnation, valid }), locked));
          }
        }
      }
    }
  });

  test('is laid out within its width, no two states in one place', () => {
    const { states: placed, height } = layOutMachine(machine);
    expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(placed.length);
    for (const { x, y } of placed) {
      expect(x + NODE.width / 2).toBeLessThan(WIDTH);
      expect(y + NODE.height / 2).toBeLessThan(height);
    }
  });
});

describe('stateIn', () => {
  test('Block-STM: executed until a validation has found nothing wrong', () => {
    expect(stateIn(machineOf('block-stm'), at({ status: 'executed' }))).toBe('executed');
    expect(stateIn(machineOf('block-stm'), at({ status: 'executed', valid: true }))).toBe('validated');
  });

  test('commit in order: the second execution is another state than the first', () => {
    expect(stateIn(machineOf('in-order'), at({ status: 'executing' }))).toBe('executing');
    expect(stateIn(machineOf('in-order'), at({ status: 'aborted' }))).toBe('again');
    expect(stateIn(machineOf('in-order'), at({ status: 'executing', incarnation: 1 }))).toBe('again');
  });

  test('locks: queued from the moment at which it holds them', () => {
    expect(stateIn(machineOf('account-locks'), at({ status: 'waiting' }))).toBe('waiting');
    expect(stateIn(machineOf('account-locks'), at({ status: 'waiting' }), true)).toBe('queued');
    expect(stateIn(machineOf('account-locks'), at({ status: 'executing' }), true)).toBe('executing');
  });
});

test('in words: every arrow', () => {
  expect(describeMachine(machineOf('sequential'))).toBe(
    'in the queue to executing: the one before it has finished. executing to committed: finished: what it wrote counts.',
  );
  expect(describeMachine(machineOf('block-stm'))).toContain('executing to suspended: reads an ESTIMATE.');
});
