import { beforeAll, describe, expect, test } from 'vitest';
import { createLocalRunner } from '../drivers/local-runner.ts';
import type { RunEvent } from '../model/events.ts';
import { toAddress, txIndex } from '../model/ids.ts';
import { balanceOf } from '../model/location.ts';
import { ENGINE_IDS, type RunSettings } from '../model/settings.ts';
import { phraseText } from '../texts/phrase.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { mixedDefi } from '../workloads/examples/mixed-defi.ts';
import { beatAt, beatsOf } from './beats.ts';
import { pinTransactions } from './edits/pins.ts';
import { narrate } from './narration.ts';
import { presentationOf } from './presentation.ts';

/** The first example under other settings, with some of its transactions on lane 2, told event by event. */
async function tell(changes: Partial<RunSettings>, pinned: readonly number[] = []) {
  const example = mixedDefi.scenario();
  const ids = pinned.flatMap((tx) => example.transactions[tx]?.id ?? []);
  const scenario = pinTransactions({ ...example, settings: { ...example.settings, ...changes } }, ids, 1);
  const { block, pins, drawn } = buildBlock(scenario);
  if (!block) throw new Error('the first example has problems');
  const ran = await createLocalRunner().run({ block, settings: scenario.settings, pins, drawn }).outcome;
  if (ran.kind !== 'done') throw new Error(`the first example did not run: ${ran.kind}`);
  const names = presentationOf(scenario, block, null);
  return ran.value.events.map((event) => ({ event, sentence: phraseText(narrate(event), names) }));
}

const options = mixedDefi.scenario().settings.options;
const WAYS: readonly Partial<RunSettings>[] = [
  ...ENGINE_IDS.map((engine) => ({ engine })),
  { engine: 'lanes', options: { ...options, lanesPolicy: 'free' } },
  { engine: 'account-locks', options: { ...options, lockGranularity: 'account' } },
  { engine: 'block-stm', fees: 'naive' },
  { engine: 'block-stm', credits: 'commutative' },
  { engine: 'block-access-list', costs: { gasPerMicrosecond: 100, dispatch: 0, validationPerRead: 0, coldRead: 500 } },
];

describe('the narration of a run', () => {
  let told: readonly { readonly event: RunEvent; readonly sentence: string }[] = [];
  beforeAll(async () => {
    const all = await Promise.all([...WAYS.map((way) => tell(way)), tell({ engine: 'sequential' }, [3])]);
    told = all.flat();
  });

  test('is a sentence for every event of every engine, with everything in it named', () => {
    expect(told.length).toBeGreaterThan(1500);
    for (const { event, sentence } of told) {
      expect(sentence, event.kind).toMatch(/^[A-Z0-9].*\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|0x[0-9a-f]{20}/);
    }
  });

  test('has met every kind of event and every cause of waiting that these engines have', () => {
    const kinds = new Set(told.map(({ event }) => event.kind));
    expect([...kinds].sort()).toEqual([
      'aborted',
      'blocked',
      'committed',
      'finished',
      'locked',
      'read',
      'round',
      'started',
      'validated',
      'waiting',
    ]);
    const causes = new Set(told.flatMap(({ event }) => (event.kind === 'waiting' ? event.cause.kind : [])));
    expect([...causes].sort()).toEqual([
      'barrier',
      'commit',
      'dependency',
      'lock',
      'no-task',
      'pinned-elsewhere',
      'prefetch',
    ]);
  });

  test('tells of what was not declared', () => {
    const version = { tx: txIndex(4), incarnation: 0 };
    const reason = { code: 'undeclared', message: '' } as const;
    const location = balanceOf(toAddress(`0x${'ab'.repeat(20)}`));
    const sentence = narrate({ kind: 'rejected', at: 1, version, reason, location });
    expect(phraseText(sentence, { locationName: () => 'bob balance', valueText: () => '' })).toBe(
      '4 touched bob balance without having declared it, and counts as invalid.',
    );
  });

  test('says why: who read what before whom', async () => {
    const sentences = (await tell({ engine: 'block-stm' })).map(({ sentence }) => sentence);
    expect(sentences).toContain('3 must start over: 3 read pool.reserve0 before 2 wrote it.');
    expect(sentences).toContain('7 comes to pool.reserve0, which 3 will probably write again, and gives up its lane.');
    expect(sentences).toContain('Lane 1 starts 0.');
    expect(sentences).toContain('0 is committed: its result is final.');
  });

  test('stops at what teaches something, in order, and finds its place by the moment shown', async () => {
    const events = (await tell({ engine: 'block-stm' })).map(({ event }) => event);
    const beats = beatsOf(events);
    expect(beats.length).toBeLessThan(events.length);
    expect(beats.every(({ dwell }) => dwell > 0)).toBe(true);
    expect(beats.filter(({ event }) => event.kind === 'aborted')).toHaveLength(
      events.filter(({ kind }) => kind === 'aborted').length,
    );
    expect(beatAt(beats, -1)).toBe(-1);
    expect(beatAt(beats, Infinity)).toBe(beats.length - 1);
  });
});
