import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../model/scenario.ts';
import { createNewScenario } from '../new-scenario.ts';
import { createSavedDocuments, type SavedDocuments } from '../saved-documents.ts';
import { createMemoryTextStorage, type TextStorage } from '../tab-storage.ts';
import { createTabs } from '../test-support/tabs.ts';
import { codec, createMemoryStorage } from '../test-support/test-app.ts';
import { restoreDocument } from './restore-document.ts';
import { readTabDocument, writeTabDocument } from './tab-document.ts';

const titled = (title: string): Scenario => ({ ...createNewScenario(), title });

/** A browser with tabs, each with its own memory. */
function createBrowser() {
  const storage = createMemoryStorage();
  const tabs = createTabs();
  let keys = 0;
  const load = async (tab: TextStorage) => {
    const claims = tabs.open();
    const documents: SavedDocuments = createSavedDocuments(storage, codec, claims);
    const { document, lost } = await restoreDocument({
      documents,
      tab,
      newKey: () => `key ${++keys}`,
      example: () => titled('example'),
      today: () => 0,
    });
    return {
      ...document,
      title: document.scenario.title,
      lost,
      documents,
      tab,
      /** As an edit in this tab is saved. */
      async edit(title: string) {
        await documents.save(document.key, titled(title), 0);
        writeTabDocument(tab, { key: document.key, from: document.key });
      },
      async open(key: string, title: string) {
        documents.show(key);
        await documents.save(key, titled(title), 0);
        writeTabDocument(tab, { key, from: key });
      },
      close: claims.close,
      reload() {
        claims.close();
        return load(tab);
      },
    };
  };
  const openTab = (memory = createMemoryTextStorage()) => load(memory);
  const duplicate = async (of: TextStorage) => {
    const memory = createMemoryTextStorage();
    const document = readTabDocument(of);
    if (document) writeTabDocument(memory, document);
    return load(memory);
  };
  return { storage, openTab, duplicate };
}

describe('the document to begin with', () => {
  test('the example on a first visit, in every tab until something is changed', async () => {
    const { openTab } = createBrowser();
    const one = await openTab();
    const two = await openTab();
    expect([one.title, two.title]).toEqual(['example', 'example']);
    expect(one.key).not.toBe(two.key);
    await two.edit('work');
    expect((await one.reload()).title).toBe('example');
  });

  test('after a reload that of the tab, whatever others have done', async () => {
    const { openTab } = createBrowser();
    const one = await openTab();
    await one.edit('1,000 transactions');
    const two = await openTab();
    await two.open('hot pool', 'One hot pool');
    const again = await one.reload();
    expect(again).toMatchObject({ key: one.key, title: '1,000 transactions' });
    expect(await two.reload()).toMatchObject({ key: 'hot pool', title: 'One hot pool' });
  });

  test('in a new tab what was worked on last: itself when no tab has it, else a copy of its own', async () => {
    const { openTab } = createBrowser();
    const one = await openTab();
    await one.edit('work');
    const two = await openTab();
    expect(two.title).toBe('work');
    expect(two.key).not.toBe(one.key);
    await one.edit('more work');
    expect((await two.reload()).title).toBe('work');
    one.close();
    expect(await openTab()).toMatchObject({ key: one.key, title: 'more work' });
  });

  test('a duplicated tab has a copy, and neither writes over the other', async () => {
    const { openTab, duplicate } = createBrowser();
    const one = await openTab();
    await one.edit('work');
    const copy = await duplicate(one.tab);
    expect(copy.title).toBe('work');
    expect(copy.key).not.toBe(one.key);
    await copy.edit('work in the copy');
    expect((await one.reload()).title).toBe('work');
    expect((await copy.reload()).title).toBe('work in the copy');
  });

  test('a copy is among the recent ones only once it was changed, and is forgotten with its tab', async () => {
    const { openTab, storage } = createBrowser();
    const one = await openTab();
    await one.edit('work');
    const copy = await openTab();
    const titles = async () => (await one.documents.list()).map(({ title }) => title);
    expect(await titles()).toEqual(['work']);
    const other = await openTab();
    await other.edit('work, changed');
    expect(await titles()).toEqual(['work, changed', 'work']);
    copy.close();
    await one.edit('more work');
    expect([...storage.values.keys()].filter((key) => key.includes(copy.key))).toEqual([]);
    expect(await titles()).toEqual(['more work', 'work, changed']);
  });

  test('where the copy can’t be stored, a reload makes it again', async () => {
    const { openTab, storage } = createBrowser();
    const one = await openTab();
    await one.edit('work');
    storage.fail = new Error('full');
    const two = await openTab();
    expect(two).toMatchObject({ title: 'work', lost: undefined });
    expect(await two.reload()).toMatchObject({ key: two.key, title: 'work' });
  });

  test('what an older version kept: texts, a list without sizes, the last one', async () => {
    const { openTab, storage } = createBrowser();
    storage.values.set('lanewise/document/old', await codec.toText(titled('of old')));
    storage.values.set('lanewise/documents', [{ key: 'old', title: 'of old', transactions: 0, savedAt: 1 }]);
    storage.values.set('lanewise/last', 'old');
    const tab = await openTab();
    expect(tab).toMatchObject({ key: 'old', title: 'of old' });
    expect((await tab.documents.list()).map(({ title }) => title)).toEqual(['of old']);
  });
});

describe('what can’t be brought back', () => {
  test('a document that can’t be read: the example, and which it was; its text stays', async () => {
    const { openTab, storage } = createBrowser();
    const one = await openTab();
    await one.edit('work');
    storage.values.set(`lanewise/document/${one.key}`, '{');
    for (const tab of [await one.reload(), await openTab()]) {
      expect(tab).toMatchObject({ title: 'example', lost: { key: one.key } });
      expect(tab.key).not.toBe(one.key);
    }
    expect(storage.values.get(`lanewise/document/${one.key}`)).toBe('{');
  });

  test('without storage it is the example, and nothing is said until something should be saved', async () => {
    const refuse = () => Promise.reject(new Error('forbidden'));
    const documents = createSavedDocuments(
      { get: refuse, set: refuse, update: refuse, delete: refuse },
      codec,
      createTabs().open(),
    );
    const forbidden = (): never => {
      throw new Error('forbidden');
    };
    const tab: TextStorage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    const sources = { tab, newKey: () => 'k', example: () => titled('example'), today: () => 0 };
    for (const kept of [documents, null]) {
      const { document, lost } = await restoreDocument({ ...sources, documents: kept });
      expect(document).toMatchObject({ key: 'k', scenario: { title: 'example' } });
      expect(lost).toBeUndefined();
    }
  });

  test.each([
    '',
    '{',
    '7',
    'null',
    '{"key":3,"from":null}',
    '{"key":"","from":null}',
    '{"key":"k"}',
    '{"key":"k","from":1}',
  ])('a tab’s memory %j is none', (text) => {
    const tab = createMemoryTextStorage();
    tab.setItem('lanewise/tab-document', text);
    expect(readTabDocument(tab)).toBeNull();
  });
});
