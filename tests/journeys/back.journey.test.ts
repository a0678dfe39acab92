import type { Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, openApp } from './open-page.ts';

afterAll(closeBrowser);

const ready = (page: Page): Promise<void> => page.getByText('same result as one lane').first().waitFor();
const view = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const closed = (page: Page, name: string): Promise<void> => view(page, name).waitFor({ state: 'detached' });
const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);
const enter = (page: Page, to: string): Promise<void> =>
  page.evaluate((hash) => {
    window.location.hash = hash;
  }, to);
const title = (page: Page): Promise<string | null> =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /block|pool|auction/i })
    .first()
    .textContent();

async function learn(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Learn' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function withApp(act: (page: Page) => Promise<void>, hash = ''): Promise<void> {
  const { page, errors, close } = await openApp({}, hash);
  try {
    await act(page);
    // What was still being fetched ahead is given up by a reload.
    expect(errors.filter((error) => !error.endsWith('net::ERR_ABORTED'))).toEqual([]);
  } finally {
    await close();
  }
}

describe('Back, Forward and reload', () => {
  test('Back closes Compare, Forward opens it, a reload stays in it with what was chosen; Escape leaves no entries', async () => {
    await withApp(async (page) => {
      await ready(page);
      const before = await entries(page);
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await view(page, 'Compare').waitFor();
      await page.goBack();
      await closed(page, 'Compare');
      await ready(page);
      await page.goForward();
      await view(page, 'Compare').waitFor();

      // Engines, lanes, and the page that is shown.
      const chip = (name: string) => page.getByRole('checkbox', { name, exact: true });
      await chip('16').check();
      await chip('Block-STM').uncheck();
      await page.reload();
      await view(page, 'Compare').waitFor();
      await expect.poll(() => chip('16').isChecked()).toBe(true);
      expect(await chip('Block-STM').isChecked()).toBe(false);
      await page.getByRole('radio', { name: 'Sweep' }).click();
      await page.getByLabel('Seeds').fill('2');
      await page.keyboard.press('Tab');
      await page.reload();
      expect(await page.getByRole('radio', { name: 'Sweep' }).isChecked()).toBe(true);
      expect(await page.getByLabel('Seeds').inputValue()).toBe('2');

      // After the reload, too, it closes by going back; and so it does each time.
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press('Escape');
        await closed(page, 'Compare');
        await page.keyboard.press('c');
        await view(page, 'Compare').waitFor();
      }
      await page.getByRole('button', { name: 'Close the comparison' }).click();
      await closed(page, 'Compare');
      expect(await entries(page)).toBe(before + 1);
      await ready(page);
    });
  });

  test('from view to view; a lesson begun from its list; and out of the page', async () => {
    await withApp(async (page) => {
      await ready(page);
      await learn(page, /^Papers/);
      await page.getByRole('navigation', { name: 'Experiment' }).getByRole('button').nth(2).click();
      await page.reload();
      await view(page, 'Papers').waitFor();
      const list = page.getByRole('navigation', { name: 'Experiment' }).getByRole('button');
      await expect.poll(() => list.nth(2).getAttribute('aria-current')).toBe('true');
      await learn(page, /^Glossary/);
      await view(page, 'Glossary').waitFor();
      await page.goBack();
      await view(page, 'Papers').waitFor();
      await page.goForward();
      await view(page, 'Glossary').waitFor();
      await page.getByRole('heading', { name: 'Glossary' }).focus();
      await page.keyboard.press('Escape');
      await closed(page, 'Glossary');
      expect(await view(page, 'Papers').count()).toBe(0);
      await learn(page, /^Lessons/);
      await view(page, 'Lessons').getByRole('button', { name: 'Start' }).first().click();
      await page.getByRole('region', { name: 'Guide' }).getByText('Step 1 of').waitFor();
      await closed(page, 'Lessons');
      await page.goForward();
      await view(page, 'Lessons').waitFor();
      await page.goBack();
      await page.getByRole('region', { name: 'Guide' }).getByText('Step 1 of').waitFor();
      await page.goBack();
      expect(page.url()).toBe('about:blank');
    });
  });

  test('links: Back from one is at the one before, with its document as it was left', async () => {
    await withApp(async (page) => {
      await ready(page);
      expect(await title(page)).toContain('One hot pool');
      await page.keyboard.press('c');
      await view(page, 'Compare').waitFor();
      await enter(page, 'p=auction');
      await closed(page, 'Compare');
      await expect.poll(() => title(page)).toContain('uction');
      await page.goBack();
      await view(page, 'Compare').waitFor();
      await expect.poll(() => title(page)).toContain('One hot pool');
      await page.waitForTimeout(500);
      await page.reload();
      await view(page, 'Compare').waitFor();
      expect(await title(page)).toContain('One hot pool');
      await page.goBack();
      await closed(page, 'Compare');
      await enter(page, 'papers');
      await view(page, 'Papers').waitFor();
      await page.goBack();
      await closed(page, 'Papers');
      await enter(page, 'lesson=one-lane');
      await page.getByRole('region', { name: 'Guide' }).getByText('Step 1 of').waitFor();
    }, '#p=hot-pool');
  });

  test('a link to the papers: closed, it is the bench, and stays it after a reload', async () => {
    await withApp(async (page) => {
      await view(page, 'Papers').waitFor();
      await page.keyboard.press('Escape');
      await closed(page, 'Papers');
      expect(new URL(page.url()).hash).toBe('');
      await page.reload();
      await ready(page);
      expect(await view(page, 'Papers').count()).toBe(0);
    }, '#papers');
  });
});
