import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../model/events.ts';
import { txIndex } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { createNewScenario } from './new-scenario.ts';
import { createSavedDocuments, type SavedDocuments, type SharedStorage } from './saved-documents.ts';
import { createDeferred } from './test-support/deferred.ts';
import { analysisOf, reportOf } from './test-support/scripted-runner.ts';
import { createTabs } from './test-support/tabs.ts';
import { codec, createMemoryStorage, createTestApp, settled } from './test-support/test-app.ts';

const titled =
  (title: string) =>
  (scenario: Scenario): Scenario => ({ ...scenario, title });
const documentsIn = (storage: SharedStorage, claims = createTabs().open()): SavedDocuments =>
  createSavedDocuments(storage, codec, claims);
/** The document worked on last, as a new tab begins with it. */
const lastIn = async (storage: SharedStorage): Promise<Scenario> => {
  const documents = documentsIn(storage);
  return documents.load((await documents.lastKey()) ?? '');
};
const example = (): Scenario => EXAMPLES[0].scenario();

describe('editing', () => {
  test('undo and redo say what they do', () => {
    const { app } = createTestApp();
    app.edit('call it A', titled('A'));
    app.edit('call it B', titled('B'));
    expect(app.document.getState()).toMatchObject({ undoLabel: 'call it B', redoLabel: null, canRedo: false });
    app.undo();
    expect(app.document.getState()).toMatchObject({ undoLabel: 'call it A', redoLabel: 'call it B' });
    expect(app.document.getState().scenario.title).toBe('A');
    app.redo();
    expect(app.document.getState().scenario.title).toBe('B');
  });

  test('a drag of a slider is one step; after a second of rest the next is another', () => {
    const { app, clock } = createTestApp();
    const lanes = (n: number) =>
      app.edit(`${n} lanes`, (s) => ({ ...s, settings: { ...s.settings, lanes: n } }), 'lanes');
    for (const n of [5, 6, 7]) {
      lanes(n);
      clock.advance(200);
    }
    clock.advance(1000);
    lanes(8);
    app.undo();
    expect(app.document.getState().scenario.settings.lanes).toBe(7);
    app.undo();
    expect(app.document.getState().scenario.settings.lanes).toBe(4);
  });

  test('the block is rebuilt only when a part of it changed', () => {
    const { app } = createTestApp({ initial: { key: 'k', scenario: example() } });
    const { block } = app.document.getState();
    expect(block?.transactions.length).toBe(example().transactions.length);
    app.edit('title', titled('A'));
    expect(app.document.getState().block).toBe(block);
    app.edit('drop one', (s) => ({ ...s, transactions: s.transactions.slice(1) }));
    expect(app.document.getState().block?.transactions.length).toBe(example().transactions.length - 1);
  });

  test('the selection stays with the cards when they move, and goes with those removed', () => {
    const { app } = createTestApp({ initial: { key: 'k', scenario: example() } });
    app.select([txIndex(1), txIndex(3)]);
    app.edit('reverse', (s) => ({ ...s, transactions: [...s.transactions].reverse() }));
    const last = example().transactions.length - 1;
    expect(app.view.getState().selected).toEqual([last - 1, last - 3]);
    app.edit('remove', (s) => ({ ...s, transactions: s.transactions.slice(0, last - 1) }));
    expect(app.view.getState().selected).toEqual([last - 3]);
  });
});

describe('autosave', () => {
  test('the last edit is in storage, and comes back as the document it was', async () => {
    const { app, storage } = createTestApp({ initial: { key: 'k', scenario: example() } });
    for (const title of ['A', 'B', 'C']) app.edit(title, titled(title));
    await app.saved();
    expect(await documentsIn(storage).lastKey()).toBe('k');
    expect(await lastIn(storage)).toEqual({ ...example(), title: 'C' });
  });

  test('asking whether all is saved when there is nothing to save keeps nothing from being saved later', async () => {
    const { app, storage } = createTestApp();
    await app.saved();
    app.edit('A', titled('A'));
    await app.saved();
    expect((await lastIn(storage)).title).toBe('A');
  });

  test('a change made while a write is under way is written after it', async () => {
    const storage = createMemoryStorage();
    const gate = createDeferred<void>();
    const slow = {
      ...storage,
      set: async (key: string, value: unknown) => gate.promise.then(() => storage.set(key, value)),
    };
    const { app } = createTestApp({ documents: documentsIn(slow) });
    app.edit('A', titled('A'));
    app.edit('B', titled('B'));
    gate.resolve();
    await app.saved();
    expect((await lastIn(storage)).title).toBe('B');
  });

  test('of a large document’s changes the first is written at once, the next after a rest, or when the page is about to go', async () => {
    const { app, storage, clock } = createTestApp();
    const many = (s: Scenario): Scenario => ({
      ...s,
      transactions: Array.from({ length: 1000 }, (_, i) => ({
        id: `${i}`,
        kind: 'pay',
        from: 'alice',
        to: 'bob',
        value: 1n,
      })),
    });
    const title = async (): Promise<string> => (await lastIn(storage)).title;
    app.edit('many', (s) => ({ ...many(s), title: 'A' }));
    await settled();
    expect(await title()).toBe('A');
    app.edit('B', titled('B'));
    clock.advance(500);
    app.edit('C', titled('C'));
    clock.advance(500);
    await settled();
    expect(await title()).toBe('A');
    clock.advance(500);
    await settled();
    expect(await title()).toBe('C');
    for (const text of ['D', 'E']) app.edit(text, titled(text));
    await app.saved();
    expect(await title()).toBe('E');
  });

  test('full storage is said once, with what to do; the document stays', async () => {
    const { app, storage } = createTestApp();
    storage.fail = Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
    app.edit('A', titled('A'));
    await app.saved();
    app.edit('B', titled('B'));
    await app.saved();
    const { notices } = app.notices.getState();
    expect(notices.map(({ title, message }) => `${title}: ${message}`)).toEqual([
      'Changes are not being saved: This browser’s storage is full. The document stays open here; save it as a file to keep it.',
    ]);
    expect(notices[0]?.action?.label).toBe('Save as file');
    expect(app.document.getState().scenario.title).toBe('B');
    storage.fail = null;
    app.edit('C', titled('C'));
    await app.saved();
    expect((await lastIn(storage)).title).toBe('C');
  });

  test('what storage gives back is checked like a file', async () => {
    const { app, storage } = createTestApp();
    app.edit('A', titled('A'));
    await app.saved();
    const documents = documentsIn(storage);
    storage.values.set('lanewise/document/first', '{"format":"lanewise-scenario","version":1}');
    await expect(lastIn(storage)).rejects.toThrow();
    expect(await documents.textOf('first')).toBe('{"format":"lanewise-scenario","version":1}');
    storage.values.set('lanewise/document/first', 42);
    await expect(lastIn(storage)).rejects.toThrow('no longer');
    storage.values.set('lanewise/documents', [{ key: 1 }, 'nonsense']);
    expect(await documents.list()).toEqual([]);
  });
});

describe('documents', () => {
  test('one opened has a place of its own; the one before is among the recent', async () => {
    const { app } = createTestApp();
    app.edit('A', titled('A'));
    app.open({ ...example(), title: 'B' });
    await app.saved();
    expect(app.document.getState().undoLabel).toBe('open B');
    expect((await app.recent()).map(({ title }) => title)).toEqual(['A']);
    const [entry] = await app.recent();
    await app.openRecent(entry?.key ?? '');
    expect(app.document.getState().scenario.title).toBe('A');
  });

  test('undo of opening goes back to the other document and its place', async () => {
    const { app, storage } = createTestApp();
    app.edit('A', titled('A'));
    app.open({ ...example(), title: 'B' });
    app.undo();
    app.edit('A2', titled('A2'));
    await app.saved();
    const documents = documentsIn(storage);
    expect((await documents.load('first')).title).toBe('A2');
    expect((await documents.load('key 1')).title).toBe('B');
  });

  test('one that another tab has, too, is opened as a copy: each goes on with its own', async () => {
    const storage = createTestApp().storage;
    const tabs = createTabs();
    const [one, two] = [1, 2].map((n) =>
      createTestApp({ documents: documentsIn(storage, tabs.open()), newKey: () => `of tab ${n}` }),
    ) as [ReturnType<typeof createTestApp>, ReturnType<typeof createTestApp>];
    one.app.open({ ...example(), title: 'A' });
    one.app.edit('one', titled('A of tab 1'));
    await one.app.saved();
    await two.app.openRecent('of tab 1');
    expect(two.app.document.getState()).toMatchObject({ key: 'of tab 2', scenario: { title: 'A of tab 1' } });
    expect(two.app.notices.getState().notices[0]?.message).toContain('Another tab has that document');
    two.app.edit('two', titled('A of tab 2'));
    one.app.edit('one', titled('A of tab 1, later'));
    await Promise.all([one.app.saved(), two.app.saved()]);
    const documents = documentsIn(storage);
    expect((await documents.load('of tab 1')).title).toBe('A of tab 1, later');
    expect((await documents.load('of tab 2')).title).toBe('A of tab 2');
  });

  test('what undo leads back to isn’t another tab’s to write', async () => {
    const storage = createTestApp().storage;
    const tabs = createTabs();
    const one = createTestApp({ documents: documentsIn(storage, tabs.open()) });
    one.app.edit('A', titled('A'));
    one.app.open({ ...example(), title: 'B' });
    await one.app.saved();
    const two = createTestApp({ documents: documentsIn(storage, tabs.open()), newKey: () => 'copy' });
    await two.app.openRecent('first');
    two.app.edit('two', titled('A of tab 2'));
    one.app.undo();
    await Promise.all([one.app.saved(), two.app.saved()]);
    const documents = documentsIn(storage);
    expect((await documents.load('first')).title).toBe('A');
    expect((await documents.load('copy')).title).toBe('A of tab 2');
  });

  test('the oldest beyond a dozen go, with their texts', async () => {
    const { app, storage } = createTestApp();
    for (let i = 0; i < 15; i++) {
      app.open({ ...createNewScenario(), title: `${i}` });
      await app.saved();
    }
    expect((await app.recent()).length).toBe(11);
    expect([...storage.values.keys()].filter((key) => key.startsWith('lanewise/document/')).length).toBe(12);
  });

  test('a file that can’t be read is a notice; the document stays', async () => {
    const { app } = createTestApp({ readFile: () => Promise.reject(new Error('the file: expected JSON, got bytes')) });
    const before = app.document.getState().scenario;
    await app.openFile(new Blob(['x']), 'x.json');
    expect(app.document.getState().scenario).toBe(before);
    const [notice] = app.notices.getState().notices;
    expect(notice).toMatchObject({
      title: 'x.json could not be opened',
      message: 'the file: expected JSON, got bytes',
    });
    app.dismiss(notice?.id ?? 0);
    expect(app.notices.getState().notices).toEqual([]);
  });

  test('a file with a call whose argument is wrong is a notice that names it; the document stays', async () => {
    const scenario = example();
    const at = scenario.transactions.findIndex((tx) => tx.kind === 'call');
    const transactions = scenario.transactions.map((tx, i) =>
      i === at && tx.kind === 'call' ? { ...tx, args: tx.args.map(() => '[') } : tx,
    );
    const { app } = createTestApp({ readFile: async () => ({ ...scenario, transactions }) });
    const before = app.document.getState().scenario;
    await app.openFile(new Blob(['x']), 'x.json');
    expect(app.document.getState().scenario).toBe(before);
    const message = app.notices.getState().notices[0]?.message;
    expect(message).toContain(`transaction ${at}: argument 1 of`);
    expect(message).toContain('Correct the file');
  });

  test('of two files opened one after the other, the later one stays, whichever is read first', async () => {
    const gates = [createDeferred<Scenario>(), createDeferred<Scenario>()];
    let asked = 0;
    const { app } = createTestApp({ readFile: () => gates[asked++]?.promise ?? Promise.reject(new Error()) });
    const opened = [app.openFile(new Blob(), 'one'), app.openFile(new Blob(), 'two')];
    gates[1]?.resolve({ ...example(), title: 'two' });
    gates[0]?.resolve({ ...example(), title: 'one' });
    await Promise.all(opened);
    expect(app.document.getState().scenario.title).toBe('two');
  });
});

describe('playback', () => {
  const at = (...times: number[]): RunEvent[] =>
    times.map((time) => ({ kind: 'committed', at: time, version: { tx: txIndex(0), incarnation: 0 } }));

  async function withRun(...times: number[]) {
    const test = createTestApp();
    await test.runner.analyses[0]?.settle({ kind: 'done', value: analysisOf(1) });
    const settings = test.app.document.getState().scenario.settings;
    await test.runner.runs[0]?.settle({ kind: 'done', value: reportOf(settings, at(...times)) });
    return test;
  }

  test('plays the whole run in 8 seconds from the start, and stops at its end', async () => {
    const { app, clock } = await withRun(100, 1000);
    app.play();
    expect(app.view.getState()).toMatchObject({ playing: true, time: 0 });
    clock.advance(4000);
    expect(app.view.getState().time).toBeCloseTo(500, -1);
    clock.advance(4100);
    expect(app.view.getState()).toMatchObject({ playing: false, time: 1000 });
  });

  test('at twice the speed in 4', async () => {
    const { app, clock } = await withRun(1000);
    app.setSpeed(2);
    app.play();
    clock.advance(4016);
    expect(app.view.getState()).toMatchObject({ playing: false, time: 1000 });
  });

  test('pause stays; play goes on from there', async () => {
    const { app, clock } = await withRun(1000);
    app.play();
    clock.advance(2000);
    app.pause();
    const { time } = app.view.getState();
    clock.advance(1000);
    expect(app.view.getState().time).toBe(time);
    app.play();
    clock.advance(800);
    expect(app.view.getState().time).toBeCloseTo(time + 100, -1);
  });

  test('steps by moment, seeks within the run', async () => {
    const { app } = await withRun(10, 10, 40);
    app.step(-1);
    expect(app.view.getState().time).toBe(10);
    app.step(-5);
    expect(app.view.getState().time).toBe(0);
    app.step(1);
    expect(app.view.getState().time).toBe(10);
    app.seek(1e9);
    expect(app.view.getState().time).toBe(40);
    app.seek(-3);
    expect(app.view.getState().time).toBe(0);
  });

  test('without a run, nothing plays', () => {
    const { app } = createTestApp();
    app.play();
    app.step(1);
    expect(app.view.getState()).toMatchObject({ playing: false, time: 0 });
  });
});
