import { describe, expect, test } from 'vitest';
import { FormatError } from '../formats/format-error.ts';
import { lessonToLink } from '../formats/share-link/lesson-link.ts';
import { sharedToLink } from '../formats/share-link/share-link.ts';
import type { RunEvent } from '../model/events.ts';
import { laneIndex, txIndex } from '../model/ids.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../workloads/generate/options.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { nftDropBefore } from '../workloads/examples/nft-drop.ts';
import { exampleToHash, parseAddress } from './address.ts';
import type { App } from './app.ts';
import { setLanes } from './edits.ts';
import { openAddress as openWith } from './open-address.ts';
import { shareHash } from './share-state.ts';
import { analysisOf, reportOf } from './test-support/scripted-runner.ts';
import { createTestApp, settled } from './test-support/test-app.ts';

const openAddress = (app: App, hash: string) => openWith(app, hash, async (text) => `own:${JSON.parse(text).id}`);

describe('what an address asks for', () => {
  test.each([
    ['', { kind: 'none' }],
    ['#', { kind: 'none' }],
    ['#s=Abc-_', { kind: 'shared', packed: 'Abc-_' }],
    ['#p=hot-pool', { kind: 'example', example: { id: 'hot-pool' } }],
    [
      '#p=generated&seed=7&lanes=4&engine=dag&t=1200',
      { kind: 'example', example: { id: 'generated', seed: 7, lanes: 4, engine: 'dag', t: 1200 } },
    ],
    ['#lesson=first-conflict', { kind: 'lesson', id: 'first-conflict' }],
    ['#puzzle=seed:7', { kind: 'puzzle', id: 'seed:7' }],
    ['#papers', { kind: 'papers' }],
    ['#room=ABC234', { kind: 'room', code: 'ABC234', key: null }],
  ])('%s', (hash, address) => {
    expect(parseAddress(hash)).toEqual(address);
  });

  test.each([
    '#nonsense',
    '#p=',
    '#p=__proto__&__proto__=1',
    '#p=hot-pool&lanes=0',
    '#p=hot-pool&lanes=1e9',
    '#p=hot-pool&lanes=-1',
    '#p=hot-pool&engine=warp',
    '#p=hot-pool&onload=alert(1)',
    '#p=<b>',
    `#p=${'a'.repeat(1000)}`,
    `#${'a'.repeat(1_000_000)}`,
    '#lesson=../secret',
    '#puzzle=seed:x',
    '#room=%00',
  ])('%s is refused', (hash) => {
    expect(() => parseAddress(hash)).toThrow(FormatError);
  });

  test('the inverse, for examples', () => {
    const example = { id: 'hot-pool', lanes: 8, engine: 'dag', t: 5 } as const;
    expect(parseAddress(exampleToHash(example))).toEqual({ kind: 'example', example });
  });
});

describe('opening an address', () => {
  test('a link becomes a document of its own; undo goes back to the one that was open', async () => {
    const { app } = createTestApp();
    app.edit('mine', (scenario) => ({ ...scenario, title: 'Mine' }));
    const { key } = app.document.getState();
    const scenario = nftDropBefore.scenario();
    const hash = `#s=${sharedToLink({ scenario, view: { lanesView: 'board', selected: [2] } })}`;
    expect(await openAddress(app, hash)).toBe(true);
    expect(app.document.getState().scenario).toEqual(scenario);
    expect(app.document.getState().key).not.toBe(key);
    expect(app.view.getState()).toMatchObject({ lanesView: 'board', selected: [2] });
    await app.saved();
    expect((await app.recent()).map(({ title }) => title)).toContain('Mine');
    app.undo();
    expect(app.document.getState()).toMatchObject({ key, scenario: { title: 'Mine' } });
  });

  test('the moment is shown once the document has run', async () => {
    const { app, runner } = createTestApp();
    const scenario = nftDropBefore.scenario();
    await openAddress(app, `#s=${sharedToLink({ scenario, view: { moment: 40 } })}`);
    runner.analyses.at(-1)?.settle({ kind: 'done', value: analysisOf(1) });
    await settled();
    const wait: RunEvent = { kind: 'waiting', at: 100, lane: laneIndex(0), cause: { kind: 'no-task' } };
    runner.runs.at(-1)?.settle({ kind: 'done', value: reportOf(scenario.settings, [wait]) });
    await settled();
    expect(app.view.getState().time).toBe(40);
  });

  test.each([
    ['#s=broken', /expected/],
    ['#p=no-such', /There is no example called "no-such"; there are generated, mixed-defi/],
    ['#what=ever', /expected a link made here/],
  ])('%s: a notice, and what was open stays', async (hash, message) => {
    const { app } = createTestApp();
    const before = app.document.getState();
    await openAddress(app, hash);
    expect(app.document.getState()).toBe(before);
    expect(app.notices.getState().notices).toHaveLength(1);
    expect(app.notices.getState().notices[0]?.message).toMatch(message);
  });

  test('a generated block by its seed', async () => {
    const { app } = createTestApp();
    await openAddress(app, '#p=generated&seed=7&n=30&people=12&lanes=8&engine=dag');
    const { transactions, settings } = app.document.getState().scenario;
    const same = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, seed: 7, transactions: 30, accounts: 12 });
    expect(transactions).toEqual(same.transactions);
    expect(settings).toMatchObject({ lanes: 8, engine: 'dag' });
  });

  test('lessons, puzzles, papers and rooms', async () => {
    const { app } = createTestApp();
    expect(await openAddress(app, '#lesson=one-lane')).toBe(false);
    expect(app.view.getState().guide).toEqual({ kind: 'lesson', id: 'one-lane' });
    await openAddress(app, `#l=${lessonToLink('{"id":"mine"}')}`);
    expect(app.view.getState().guide).toEqual({ kind: 'lesson', id: 'own:mine' });
    await openAddress(app, '#puzzle=seed:3');
    expect(app.view.getState().guide).toEqual({ kind: 'puzzle', id: 'seed:3' });
    await openAddress(app, '#papers');
    expect(app.view.getState().screen).toBe('papers');
    await openAddress(app, '#room=ABC234&key=0123456789ABCDEF');
    expect(app.view.getState().room).toEqual({ code: 'ABC234', key: '0123456789ABCDEF' });
    await openAddress(app, '#room=abc-234');
    expect(app.view.getState().room).toEqual({ code: 'ABC234', key: null });
  });
});

describe('the shortest address of what is on the screen', () => {
  test.each(EXAMPLES.map((example) => [example.id, example] as const))('%s by its name', async (id, example) => {
    const { app } = createTestApp({ initial: { key: 'k', scenario: example.scenario() } });
    expect(await shareHash(app)).toBe(`p=${id}`);
  });

  test('with the ways in which it was changed', async () => {
    const { app } = createTestApp({ initial: { key: 'k', scenario: nftDropBefore.scenario() } });
    app.edit('engine', (s) => setLanes({ ...s, settings: { ...s.settings, engine: 'dag' } }, 7));
    app.setLanesView('board');
    const hash = await shareHash(app);
    expect(hash).toBe(`p=${nftDropBefore.id}&lanes=7&engine=dag&view=board`);
    const { scenario } = app.document.getState();
    const other = createTestApp();
    await openAddress(other.app, hash ?? '');
    expect(other.app.document.getState().scenario).toEqual(scenario);
  });

  test('anything else is packed, with what is selected', async () => {
    const { app } = createTestApp({ initial: { key: 'k', scenario: nftDropBefore.scenario() } });
    app.select([txIndex(1)]);
    expect(await shareHash(app)).toMatch(/^s=/);
  });

  test('none where it takes a file', async () => {
    const scenario = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 5000 });
    const { app } = createTestApp({ initial: { key: 'k', scenario } });
    expect(await shareHash(app)).toBeNull();
  });
});
