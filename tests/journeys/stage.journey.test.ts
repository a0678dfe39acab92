import type { Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { closeBrowser, openApp, type PageOptions } from './open-page.ts';

afterAll(closeBrowser);

async function onStage(act: (page: Page) => Promise<void>, options: PageOptions = {}): Promise<void> {
  const opened = await openApp(options);
  const { page } = opened;
  try {
    await page.getByText('same result as one lane').first().waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /Present/ }).click();
    await page.getByRole('heading', { name: /Block-STM, 4 lanes/ }).waitFor();
    await act(page);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the run' });
const moment = async (page: Page): Promise<number> => Number(await slider(page).inputValue());
const textSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

describe('on stage', () => {
  test('clicker keys: play, step, lanes, views, size, blank, reset, help, leave', async () => {
    await onStage(async (page) => {
      const { keyboard } = page;
      // Nothing that edits is there; a sentence tells what has happened.
      expect(await page.getByRole('button', { name: 'Add', exact: true }).isVisible()).toBe(false);
      expect(await page.getByRole('radio', { name: 'Measured' }).count()).toBe(0);
      const caption = page.getByRole('status', { name: 'What has just happened' });
      await caption.getByText(/is committed/).waitFor();
      expect(await seriousFindings(page)).toEqual([]);

      // Step as a clicker does.
      await keyboard.press('Home');
      for (let i = 0; i < 12; i++) await keyboard.press(i % 2 ? 'PageDown' : 'ArrowRight');
      const there = await moment(page);
      expect(there).toBeGreaterThan(0);
      const told = await caption.textContent();
      await keyboard.press('PageUp');
      expect(await caption.textContent()).not.toBe(told);
      // "." plays, space pauses.
      await keyboard.press('Home');
      await keyboard.press('.');
      await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
      await keyboard.press(' ');
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();

      // So many lanes, and back to how it was.
      await keyboard.press('8');
      await page.getByRole('heading', { name: /8 lanes/ }).waitFor();
      await keyboard.press('r');
      await page.getByRole('heading', { name: /4 lanes/ }).waitFor();
      await caption.getByText(/is committed/).waitFor();

      // One view or both, larger type.
      const lanes = page.getByRole('region', { name: 'Lanes' });
      const conflicts = page.getByRole('region', { name: 'Conflicts' });
      expect([await lanes.isVisible(), await conflicts.isVisible()]).toEqual([true, true]);
      await keyboard.press('v');
      expect([await lanes.isVisible(), await conflicts.isVisible()]).toEqual([true, false]);
      await keyboard.press('v');
      expect([await lanes.isVisible(), await conflicts.isVisible()]).toEqual([false, true]);
      await keyboard.press('v');
      for (let i = 0; i < 9; i++) await keyboard.press('+');
      expect(await textSize(page)).toBe('32px');
      expect(await seriousFindings(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);

      // Blank, keys, block beside.
      await keyboard.press('b');
      await page.getByRole('button', { name: /screen is blank/ }).waitFor();
      await keyboard.press('b');
      expect(await page.getByRole('button', { name: /screen is blank/ }).count()).toBe(0);
      await keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys on stage' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await keyboard.press('g');
      await page.getByRole('region', { name: 'Block' }).waitFor();

      await keyboard.press('Escape');
      await page.getByRole('radio', { name: 'Measured' }).waitFor();
      expect(await textSize(page)).toBe('16px');
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
      await page.getByRole('button', { name: 'Scenario: Mixed DeFi block' }).waitFor();
    });
  });

  test('the speaker’s notes: a window of its own with clock and keys, for the scenario and for a lesson', async () => {
    await onStage(async (page) => {
      const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
      await notes.getByRole('heading', { name: 'Mixed DeFi block' }).waitFor();
      await notes.getByText(/All swaps need/).waitFor();
      await notes.getByText('0:02').waitFor();
      // The same keys there: two events back.
      const end = await moment(page);
      await notes.keyboard.press('Home');
      await notes.getByRole('button', { name: 'Next event' }).click();
      await notes.getByText(/is committed/).waitFor({ state: 'detached' });
      expect(await moment(page)).toBeLessThan(end);
      await Promise.all([notes.waitForEvent('close'), page.keyboard.press('n')]);
    });
  });

  test('in a lesson: its text beside the views, its notes in the window, step by step', async () => {
    const opened = await openApp({}, '#lesson=first-conflict');
    const { page } = opened;
    try {
      const guide = page.getByRole('region', { name: 'Guide' });
      await guide.getByText(/Step 1 of/).waitFor();
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: /Present/ }).click();
      await page.getByRole('button', { name: 'Leave the stage (Esc)' }).waitFor();
      const [ofLesson] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
      await ofLesson.getByRole('heading', { name: /Step 1 of/ }).waitFor();
      await ofLesson.getByText(/planned:/).waitFor();
      await guide.getByRole('button', { name: 'Next' }).click();
      await ofLesson.getByRole('heading', { name: /Step 2 of/ }).waitFor();
      expect(opened.errors).toEqual([]);
    } finally {
      await opened.close();
    }
  });
});
