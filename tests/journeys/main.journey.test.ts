import { existsSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { closeBrowser, openApp, type OpenedPage } from './open-page.ts';

afterAll(closeBrowser);

const REAL_BLOCK = '../shared/fixtures/blocks/19426587.json.gz';

/** The page as somebody works with it: by what stands on it. */
function handlesOf(page: Page) {
  const banner = page.getByRole('banner');
  const figures = page.getByRole('region', { name: 'Figures' });
  const cards = page.getByRole('listbox', { name: 'Transactions in block order' });
  const lanes = page.getByRole('grid', { name: 'Lanes with the cards pinned to them' });
  return {
    banner,
    figures,
    cards,
    card: (index: number) => cards.getByRole('option').nth(index),
    lane: (number: number) => lanes.getByRole('row').nth(number - 1),
    slider: page.getByRole('slider', { name: 'Moment of the run' }),
    inspector: page.getByRole('region', { name: 'Inspector' }),
    run: banner.getByRole('button', { name: 'Run', exact: true }),
    showBoard: () => page.getByRole('tab', { name: 'Board' }).click(),
    showTimeline: () => page.getByRole('tab', { name: 'Timeline' }).click(),
    sameAsSerial: figures.getByText('same result as one lane'),
  };
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('nothing to drag, or nowhere to');
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 12 });
  await page.mouse.up();
}

async function withApp(act: (opened: OpenedPage) => Promise<void>, ...how: Parameters<typeof openApp>): Promise<void> {
  const opened = await openApp(...how);
  try {
    await act(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

describe('the main job', () => {
  test('a run is there before any click; it is changed, dragged, run on workers, looked into, undone, and still there after a reload', async () => {
    await withApp(async ({ page }) => {
      const app = handlesOf(page);
      await app.sameAsSerial.waitFor();
      expect(await app.cards.getByRole('option').count()).toBe(12);

      // Add a card.
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a transaction' });
      await dialog.getByRole('radio', { name: 'Payment' }).click();
      await dialog.getByRole('combobox', { name: /^To/ }).fill('carol');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await app.cards.getByRole('option').nth(12).waitFor();
      expect(await app.card(12).textContent()).toContain('carol');

      // Put cards on lanes: by mouse, and by keyboard.
      await app.showBoard();
      await drag(page, app.card(0), app.lane(2));
      await app.lane(2).getByRole('gridcell', { name: /^0 / }).waitFor();
      await app.card(1).click();
      for (const key of ['Space', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
      await app.lane(3).getByRole('gridcell', { name: /^1 / }).waitFor();

      // Run it on real workers.
      await app.banner.getByRole('radio', { name: 'Measured' }).click();
      await app.showTimeline();
      await app.run.click();
      await app.figures.getByText('measured', { exact: true }).waitFor();
      await app.sameAsSerial.waitFor({ timeout: 60_000 });

      // Scrub: the moment moves, and the cards tell how far each has come by then.
      const moment = async (): Promise<number> => Number(await app.slider.inputValue());
      const end = await moment();
      await page.getByRole('button', { name: 'To the start' }).click();
      expect(await moment()).toBe(0);
      const committedAtStart = await app.cards.getByText('✓').count();
      await page.getByRole('button', { name: 'Next event' }).click();
      expect(await moment()).toBeGreaterThan(0);
      await app.slider.fill(String(end));
      expect(await moment()).toBeCloseTo(end, 0);
      expect(await app.cards.getByText('✓').count()).toBeGreaterThan(committedAtStart);

      // Select a card: the inspector tells about it.
      await app.card(2).click();
      await app.inspector.getByText('pool.reserve0').first().waitFor();

      // Undo, as far as the added card.
      const undo = app.banner.getByRole('button', { name: /^Undo/ });
      while (await undo.isEnabled()) await undo.click();
      await page.waitForFunction(() => document.querySelectorAll('[role=listbox] [role=option]').length === 12);
      const redo = app.banner.getByRole('button', { name: /^Redo/ });
      await redo.click();
      expect(await app.cards.getByRole('option').count()).toBe(13);

      // What was done is saved.
      await page.waitForTimeout(1500);
      await page.reload();
      await app.sameAsSerial.waitFor();
      expect(await app.cards.getByRole('option').count()).toBe(13);
    });
  });

  test.skipIf(!existsSync(REAL_BLOCK))('a real block file is opened, run, and agrees with its own header', async () => {
    await withApp(async ({ page }) => {
      const app = handlesOf(page);
      await app.sameAsSerial.waitFor();
      await app.banner.getByRole('button', { name: /Mixed DeFi block/ }).click();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: /Open/ }).click();
      await (await chooser).setFiles(REAL_BLOCK);
      await app.figures.getByText('block header:').waitFor({ timeout: 60_000 });
      for (const claim of ['gas', 'receipts', 'logs']) {
        await app.figures
          .locator('span', { hasText: new RegExp(`^${claim}$`) })
          .getByLabel('equal')
          .waitFor();
      }
      await app.sameAsSerial.waitFor();
      expect(await app.cards.getByRole('option').count()).toBeGreaterThan(5);
    });
  });
});

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const;

describe.each(['light', 'dark'] as const)('nothing serious by axe, %s', (colorScheme) => {
  test.each(SCREENS)('timeline, board, dialogs at $width×$height', async (viewport) => {
    await withApp(
      async ({ page }) => {
        const app = handlesOf(page);
        await app.sameAsSerial.waitFor();
        await app.card(2).click();
        expect(await seriousFindings(page)).toEqual([]);
        await app.showBoard();
        await app.card(0).focus();
        await page.keyboard.press('1');
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByRole('button', { name: 'Add', exact: true }).click();
        await page.getByRole('dialog').waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Generate' }).click();
        await page.getByRole('dialog').waitFor();
        expect(await seriousFindings(page)).toEqual([]);
      },
      { viewport, colorScheme, reducedMotion: 'reduce' },
    );
  });
});
