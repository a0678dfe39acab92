import type { Locator, Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { proofOf } from '../../src/puzzles/proofs.ts';
import { seriousFindings } from './axe.ts';
import { closeBrowser, openApp, type OpenedPage, type PageOptions } from './open-page.ts';

afterAll(closeBrowser);

const ID = 'wait-for-it';
const TITLE = 'Wait for it';
const { solution, problem } = proofOf({ id: ID });

type Drag = (from: Locator, to: Locator) => Promise<void>;

function byMouse(page: Page): Drag {
  return async (from, to) => {
    const [a, b] = await points(from, to);
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y, { steps: 12 });
    await page.mouse.up();
  };
}

/** A finger rests on the card before it drags, as a swipe would scroll. */
async function byTouch(page: Page): Promise<Drag> {
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  return async (from, to) => {
    const [a, b] = await points(from, to);
    await send('touchStart', [a]);
    await page.waitForTimeout(400);
    for (let step = 1; step <= 10; step++) {
      await send('touchMove', [{ x: a.x + ((b.x - a.x) * step) / 10, y: a.y + ((b.y - a.y) * step) / 10 }]);
      await page.waitForTimeout(20);
    }
    await send('touchEnd', []);
  };
}

/** From the middle of a card to the end of a lane. */
async function points(from: Locator, to: Locator) {
  await from.scrollIntoViewIfNeeded();
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('nothing to drag, or nowhere to');
  return [
    { x: a.x + a.width / 2, y: a.y + a.height / 2 },
    { x: b.x + b.width - 8, y: b.y + b.height / 2 },
  ] as const;
}

async function openPuzzle({ page }: OpenedPage): Promise<void> {
  await page.getByText('same result as one lane').first().waitFor();
  await page.getByRole('button', { name: 'Learn' }).click();
  await page.getByRole('menuitem', { name: /Puzzles/ }).click();
  await page.getByRole('button', { name: TITLE }).click();
  await page.getByText('5 cards are still on no lane.').waitFor();
  await page.getByRole('region', { name: 'Guide' }).getByRole('heading', { name: TITLE }).waitFor();
}

/** Puts each card where the proof has it, one after the other. */
async function solve(page: Page, drag: Drag): Promise<void> {
  const lanes = page.getByRole('grid', { name: 'Lanes with the cards pinned to them' });
  const tray = page.getByRole('listbox', { name: 'any lane' });
  for (const [lane, txs] of solution.placement.entries()) {
    for (const tx of txs) {
      await drag(tray.locator(`[data-index="${tx}"]`), lanes.getByRole('row').nth(lane));
      await lanes.getByRole('row').nth(lane).locator(`[data-index="${tx}"]`).waitFor();
    }
  }
}

async function withPuzzle(options: PageOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const opened = await openApp(options);
  try {
    await openPuzzle(opened);
    await act(opened.page);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

describe('a puzzle', () => {
  test('by mouse: placed in block order, then as the optimum; stars stay, the document comes back', async () => {
    await withPuzzle({}, async (page) => {
      const guide = page.getByRole('region', { name: 'Guide' });
      await page.getByRole('button', { name: 'Deal', exact: true }).click();
      await guide.getByText('1 placement tried').waitFor();
      expect(await seriousFindings(page)).toEqual([]);

      await guide.getByRole('button', { name: 'Reset' }).click();
      await solve(page, byMouse(page));
      await guide.getByRole('img', { name: '3 stars of 3' }).waitFor();
      await guide.getByText('Optimal: nothing is shorter.').first().waitFor();
      const status = guide.getByRole('status');
      expect(await status.textContent()).toContain(`${solution.makespan.toLocaleString('en')} gas, 3 stars of 3`);

      await guide.getByRole('button', { name: 'All puzzles' }).click();
      const card = page.getByRole('listitem').filter({ hasText: TITLE });
      await card.getByRole('img', { name: '3 stars of 3' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close the puzzles' }).click();
      await guide.getByRole('button', { name: 'Leave the puzzle' }).click();
      await page.getByRole('button', { name: 'Scenario: Mixed DeFi block' }).waitFor();

      await page.reload();
      await page.getByText('same result as one lane').first().waitFor();
      await page.getByRole('button', { name: 'Scenario: Mixed DeFi block' }).waitFor();
      await page.getByRole('button', { name: 'Learn' }).click();
      await page.getByRole('menuitem', { name: /Puzzles/ }).click();
      await page.getByText('3 of 72 stars').waitFor();
    });
  });

  test('by touch, on a tablet', async () => {
    await withPuzzle({ viewport: { width: 1024, height: 768 }, hasTouch: true }, async (page) => {
      await solve(page, await byTouch(page));
      const guide = page.getByRole('region', { name: 'Guide' });
      await guide.getByRole('img', { name: '3 stars of 3' }).waitFor();
      expect(problem.gas).toHaveLength(5);
    });
  });

  test('by keyboard, with all hints', async () => {
    await withPuzzle({ colorScheme: 'dark', reducedMotion: 'reduce' }, async (page) => {
      const guide = page.getByRole('region', { name: 'Guide' });
      const tray = page.getByRole('listbox', { name: 'any lane' });
      const lanes = page.getByRole('grid', { name: 'Lanes with the cards pinned to them' });
      for (const [lane, txs] of solution.placement.entries()) {
        for (const tx of txs) {
          await tray.locator(`[data-index="${tx}"]`).click();
          await page.keyboard.press(String(lane + 1));
          await lanes.getByRole('row').nth(lane).locator(`[data-index="${tx}"]`).waitFor();
        }
      }
      await guide.getByRole('img', { name: '3 stars of 3' }).waitFor();
      for (let hint = 0; hint < 4; hint++) {
        await guide.getByRole('button', { name: /hint/ }).focus();
        await page.keyboard.press('Enter');
      }
      expect(await guide.getByRole('listitem').filter({ hasText: /./ }).count()).toBeGreaterThanOrEqual(4);
      await guide.getByRole('button', { name: 'Next puzzle' }).click();
      await guide.getByRole('heading', { name: 'Two chains' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    });
  });

  test('an endless one is made, solved and proven', async () => {
    await withPuzzle({}, async (page) => {
      const guide = page.getByRole('region', { name: 'Guide' });
      await guide.getByRole('button', { name: 'All puzzles' }).click();
      await page.getByRole('textbox', { name: 'Seed' }).fill('12');
      await page.getByRole('radio', { name: 'Warm-up' }).click();
      await page.getByRole('button', { name: 'Make the puzzle' }).click();
      await guide.getByRole('heading', { name: 'Endless 12, warm-up' }).waitFor();
      await guide.getByText(/^Proven/).waitFor();
      await guide.getByRole('button', { name: 'Show a solution' }).click();
      await guide.getByText('A solution is on the lanes. It counts for no stars.').first().waitFor();
    });
  });

  test('in a window as narrow as at 400 % zoom, everything is one below the other', async () => {
    const opened = await openApp({ viewport: { width: 320, height: 640 } }, '#puzzle=fan-in');
    try {
      const { page } = opened;
      await page.getByText('8 cards are still on no lane.').waitFor();
      await page.getByText('same result as one lane').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const tray = await page.getByRole('listbox', { name: 'any lane' }).boundingBox();
      const figures = await page.getByRole('region', { name: 'Figures' }).boundingBox();
      expect(figures?.y).toBeGreaterThanOrEqual((tray?.y ?? 0) + (tray?.height ?? 0));
      expect(opened.errors).toEqual([]);
    } finally {
      await opened.close();
    }
  });
});
