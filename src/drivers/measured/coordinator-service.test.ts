import { expect, test } from 'vitest';
import { unpack } from '../../lib/packing.ts';
import type { Block } from '../../model/block.ts';
import { toAddress } from '../../model/ids.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import type { BlockAnalysis, Outcome } from '../runner.ts';
import { createCoordinator, type CoordinatorWork, type JobContext } from './coordinator-service.ts';

const block: Block = {
  hardfork: 'cancun',
  chainId: 1n,
  env: { number: 1n, timestamp: 1n, coinbase: toAddress(`0x${'cc'.repeat(20)}`), gasLimit: 30_000_000n },
  prestate: {},
  transactions: [],
};
const reference = { id: 1, keep: [1], block };
const refused: Outcome<never> = { kind: 'refused', refusal: { message: 'only a test' } };

/** Work that waits until the test lets it go on. */
function heldWork() {
  const held: { context: JobContext; done: (outcome: Outcome<BlockAnalysis>) => void }[] = [];
  const work: CoordinatorWork = {
    analyse: (_, __, context) => new Promise((done) => held.push({ context, done })),
    run: async () => refused,
    compare: async () => refused,
    trace: async () => refused,
  };
  return { work, held };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('jobs are done one after the other', async () => {
  const { work, held } = heldWork();
  const coordinator = createCoordinator(work);
  const first = coordinator.analyse(1, reference, DEFAULT_SETTINGS);
  const second = coordinator.analyse(2, reference, DEFAULT_SETTINGS);
  await settled();
  expect(held).toHaveLength(1);
  held[0]?.done(refused);
  expect(await first).toEqual(refused);
  await settled();
  held[1]?.done(refused);
  expect(await second).toEqual(refused);
});

test('a job that waits is cancelled at once; one at work when it has ended', async () => {
  const { work, held } = heldWork();
  const coordinator = createCoordinator(work);
  const atWork = coordinator.analyse(1, reference, DEFAULT_SETTINGS);
  const waiting = coordinator.analyse(2, reference, DEFAULT_SETTINGS);
  await settled();
  await coordinator.cancel(2);
  const cancelled = coordinator.cancel(1);
  await settled();
  expect(held[0]?.context.signal.aborted).toBe(true);
  held[0]?.done({ kind: 'cancelled' });
  await cancelled;
  expect(await atWork).toEqual({ kind: 'cancelled' });
  expect(await waiting).toEqual({ kind: 'cancelled' });
  expect(held).toHaveLength(1);
});

test('what the work throws is an outcome', async () => {
  const coordinator = createCoordinator({
    ...heldWork().work,
    analyse: () => Promise.reject(new Error('no such fork')),
  });
  expect(await coordinator.analyse(1, reference, DEFAULT_SETTINGS)).toEqual({
    kind: 'failed',
    message: 'no such fork',
  });
});

test('a block crosses once and is kept as long as the page says', async () => {
  const coordinator = createCoordinator(heldWork().work);
  const request = { settings: DEFAULT_SETTINGS, pins: [], drawn: [] };
  expect(await coordinator.run(1, reference, request)).toEqual(refused);
  expect(await coordinator.run(2, { id: 1, keep: [1] }, request)).toEqual(refused);
  expect(await coordinator.run(3, { ...reference, id: 2, keep: [2] }, request)).toEqual(refused);
  await expect(coordinator.run(4, { id: 1, keep: [1] }, request)).rejects.toThrow('block 1 was never given');
});

test('progress is thinned out: events are gathered, the last figures count', async () => {
  const { work, held } = heldWork();
  const coordinator = createCoordinator(work);
  const seen: unknown[] = [];
  await coordinator.connect((job, packed) => {
    const { done, events = [] } = unpack(packed);
    seen.push([job, done, events.length]);
  });
  const job = coordinator.analyse(7, reference, DEFAULT_SETTINGS);
  await settled();
  const waiting = { kind: 'waiting', lane: 0 as never, cause: { kind: 'no-task' }, at: 0 } as const;
  for (let done = 1; done <= 50; done++) {
    held[0]?.context.onProgress({ phase: 'running', done, total: 50, events: [waiting] });
  }
  held[0]?.done(refused);
  await job;
  expect(seen).toEqual([
    [7, 1, 1],
    [7, 50, 49],
  ]);
});

test('a new phase is told at once, however short the one before was', async () => {
  const { work, held } = heldWork();
  const coordinator = createCoordinator(work);
  const seen: string[] = [];
  await coordinator.connect((_job, packed) => {
    const { phase, done } = unpack(packed);
    seen.push(`${phase} ${done}`);
  });
  const job = coordinator.analyse(7, reference, DEFAULT_SETTINGS);
  await settled();
  const tell = (phase: 'serial' | 'conflicts', done: number) => held[0]?.context.onProgress({ phase, done, total: 50 });
  for (const done of [1, 2, 49]) tell('serial', done);
  tell('conflicts', 0);
  expect(seen).toEqual(['serial 1', 'serial 49', 'conflicts 0']);
  held[0]?.done(refused);
  await job;
  expect(seen).toHaveLength(3);
});
