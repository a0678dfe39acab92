import { describe, expect, test } from 'vitest';
import type { App, Screen } from '../app.ts';
import { createFakeWindow, type FakeWindow } from '../test-support/fake-window.ts';
import { createTestApp } from '../test-support/test-app.ts';
import { keepInHistory } from './keep-in-history.ts';

/** Does what these tests ask of an address, after a moment: `#papers` shows papers, `#p=…` and `#lesson=…` the bench. */
const followerOf = (app: App, page: FakeWindow) => async (): Promise<void> => {
  const { hash } = page.location;
  await Promise.resolve();
  if (hash === '#papers') app.show('papers');
  else if (hash !== '') app.show('bench');
};

async function opened(page = createFakeWindow()) {
  const { app } = createTestApp();
  const stop = await keepInHistory(app, page, followerOf(app, page));
  return { app, page, stop, screen: (): Screen => app.view.getState().screen };
}

const at = (hash: string): FakeWindow => createFakeWindow([{ hash, state: null }]);

describe('views in the history', () => {
  test('one that opens is an entry; Back closes it, Forward opens it again', async () => {
    const { app, page, screen } = await opened();
    app.show('compare');
    expect(page.print()).toBe('bench › [compare]');
    await page.back();
    expect(screen()).toBe('bench');
    await page.forward();
    expect(screen()).toBe('compare');
    expect(page.print()).toBe('bench › [compare]');
  });

  test('one that closes by itself goes back: however often, no entries pile up', async () => {
    const { app, page } = await opened();
    for (let i = 0; i < 3; i++) {
      app.show('compare');
      app.show('bench');
      await page.rest();
    }
    expect(page.print()).toBe('[bench] › compare');
  });

  test('from view to view Back goes to the one before, and closing goes all the way', async () => {
    const { app, page, screen } = await opened();
    app.show('lessons');
    app.show('glossary');
    await page.back();
    expect(screen()).toBe('lessons');
    await page.forward();
    app.show('bench');
    await page.rest();
    expect(page.print()).toBe('[bench] › lessons › glossary');
    expect(screen()).toBe('bench');
  });

  test('closed and another opened before the browser has gone back: the last wish holds', async () => {
    const { app, page, screen } = await opened();
    app.show('compare');
    app.show('bench');
    app.show('papers');
    await page.rest();
    expect(screen()).toBe('papers');
    expect(page.print()).toBe('bench › [papers]');
    app.show('bench');
    app.show('papers');
    app.show('bench');
    await page.rest();
    expect(page.print()).toBe('[bench] › papers');
  });

  test('a reload stays in the view, and closing still goes back', async () => {
    const before = await opened();
    before.app.show('lessons');
    before.app.show('compare');
    before.stop();
    const { app, page, screen } = await opened(before.page.reload());
    expect(screen()).toBe('compare');
    await page.back();
    expect(screen()).toBe('lessons');
    app.show('bench');
    await page.rest();
    expect(page.print()).toBe('[bench] › lessons › compare');
  });

  test('where fewer entries lie below than were counted, the view becomes the bench where it stands', async () => {
    const { app, page } = await opened(createFakeWindow([{ hash: '', state: { screen: 'compare', depth: 60 } }]));
    app.show('bench');
    await page.rest();
    expect(page.print()).toBe('[bench]');
  });

  test('a state that isn’t ours is as none', async () => {
    const state = { screen: '__proto__', depth: {} };
    const { app, page, screen } = await opened(createFakeWindow([{ hash: '', state }]));
    expect(screen()).toBe('bench');
    app.show('compare');
    await page.back();
    expect(screen()).toBe('bench');
  });
});

describe('views and addresses', () => {
  test('a view opened by link is the first entry: closing it leaves the bench there, without the address', async () => {
    const { app, page, screen } = await opened(at('#papers'));
    expect(page.print()).toBe('[#papers papers]');
    app.show('bench');
    expect(page.print()).toBe('[bench]');
    expect(screen()).toBe('bench');
  });

  test('a view opened from one that has an address hasn’t got it; Back shows the other again', async () => {
    const { app, page, screen } = await opened(at('#papers'));
    app.show('compare');
    expect(page.print()).toBe('#papers papers › [compare]');
    await page.back();
    expect(screen()).toBe('papers');
    app.show('compare');
    app.show('bench');
    await page.rest();
    expect(page.print()).toBe('[bench] › compare');
  });

  test('other addresses stay when views open and close', async () => {
    const { app, page, screen } = await opened(at('#lesson=one-lane'));
    app.show('compare');
    expect(page.print()).toBe('#lesson=one-lane bench › [#lesson=one-lane compare]');
    const after = await opened(page.reload());
    expect(after.screen()).toBe('compare');
    await page.back();
    expect(screen()).toBe('bench');
  });

  test('an address entered in a view closes it; Back opens the view again', async () => {
    const { app, page, screen } = await opened();
    app.show('compare');
    page.enter('#p=hot-pool');
    await page.rest();
    expect(screen()).toBe('bench');
    expect(page.print()).toBe('bench › compare › [#p=hot-pool bench]');
    await page.back();
    expect(screen()).toBe('compare');
    await page.back();
    expect(screen()).toBe('bench');
    expect(page.print()).toBe('[bench] › compare › #p=hot-pool bench');
  });

  test('a view’s address entered is one entry, and Back closes the view', async () => {
    const { page, screen } = await opened();
    page.enter('#papers');
    await page.rest();
    expect(page.print()).toBe('bench › [#papers papers]');
    await page.back();
    expect(screen()).toBe('bench');
    await page.forward();
    expect(screen()).toBe('papers');
    expect(page.print()).toBe('bench › [#papers papers]');
  });

  test('forward into a view over an address stays in the view', async () => {
    const { app, page, screen } = await opened();
    page.enter('#lesson=one-lane');
    await page.rest();
    app.show('compare');
    await page.back();
    await page.back();
    expect(page.print()).toBe('[bench] › #lesson=one-lane bench › #lesson=one-lane compare');
    page.history.go(2);
    await page.rest();
    expect(screen()).toBe('compare');
  });
});
