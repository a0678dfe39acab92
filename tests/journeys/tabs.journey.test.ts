import type { BrowserContext, Page } from 'playwright';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { closeBrowser, launchBrowser } from './open-page.ts';

afterAll(closeBrowser);

const ready = (page: Page): Promise<void> => page.getByText('same result as one lane').first().waitFor();
const cards = (page: Page) => page.getByRole('listbox', { name: 'Transactions in block order' }).getByRole('option');
const documentButton = (page: Page) => page.getByRole('banner').getByRole('button').first();
const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ });

/** One browser, tab by tab. What goes wrong in one fails the test. */
async function withTabs(
  act: (openTab: () => Promise<Page>, context: BrowserContext) => Promise<void>,
  locks = true,
): Promise<void> {
  const context = await (await launchBrowser()).newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const errors: string[] = [];
  context.on('page', (page) => page.on('pageerror', (error) => errors.push(String(error.stack ?? error))));
  // As it is where the page comes over plain http from another machine.
  if (!locks) await context.addInitScript('delete Navigator.prototype.locks');
  const openTab = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(inject('appUrl'));
    await ready(page);
    return page;
  };
  try {
    await act(openTab, context);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

async function addPayment(page: Page, to: string): Promise<void> {
  const before = await cards(page).count();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a transaction' });
  await dialog.getByRole('radio', { name: 'Payment' }).click();
  await dialog.getByRole('combobox', { name: /^To/ }).fill(to);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => cards(page).count()).toBe(before + 1);
  await saved(page);
}

const saved = (page: Page): Promise<void> => page.waitForTimeout(500);

async function openMenu(page: Page): Promise<void> {
  await documentButton(page).click();
  await page.getByRole('menuitem', { name: /^New block/ }).waitFor();
}

async function openExample(page: Page, name: RegExp): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name }).click();
  await ready(page);
}

/** What the menu offers under Recent. */
async function recent(page: Page): Promise<readonly string[]> {
  await openMenu(page);
  const items = await page
    .getByRole('menuitem')
    .filter({ hasText: /transactions? · |, \d{4},/ })
    .allTextContents();
  await page.keyboard.press('Escape');
  return items;
}

describe('two tabs', () => {
  test('each keeps its own document over reloads; what no tab has any more is in the menu', async () => {
    await withTabs(async (openTab) => {
      const one = await openTab();
      await one.getByRole('button', { name: 'Generate' }).click();
      const dialog = one.getByRole('dialog');
      await dialog.getByLabel('Transactions', { exact: true }).first().fill('1000');
      await dialog
        .getByRole('button', { name: /^(Replace|Generate)/ })
        .last()
        .click();
      await dialog.waitFor({ state: 'detached' });
      await one.getByText(/1,000/).first().waitFor();
      await ready(one);
      await one.waitForTimeout(1_500);

      const two = await openTab();
      await two.getByText(/1,000/).first().waitFor();
      await openExample(two, /One hot pool/);
      await expect.poll(() => cards(two).count()).toBe(10);
      await saved(two);

      await one.reload();
      await ready(one);
      await one.getByText(/1,000/).first().waitFor();
      expect(await documentButton(one).textContent()).not.toContain('One hot pool');
      await two.reload();
      await ready(two);
      expect(await documentButton(two).textContent()).toContain('One hot pool');
      expect((await recent(two)).some((item) => item.includes('1,000'))).toBe(true);

      // The first is closed: its work is one choice away.
      await one.close();
      await openMenu(two);
      await two.getByRole('menuitem', { name: /1,000/ }).first().click();
      await two.getByText(/1,000/).first().waitFor();
      expect(await two.getByText('This is a copy').count()).toBe(0);
      expect(await undo(two).isEnabled()).toBe(true);
    });
  });

  test('the same document in both: each goes on with its own copy', async () => {
    await withTabs(async (openTab) => {
      const one = await openTab();
      await addPayment(one, 'carol');
      const two = await openTab();
      expect(await cards(two).count()).toBe(13);
      await addPayment(one, 'dave');
      await two.reload();
      await ready(two);
      expect(await cards(two).count()).toBe(13);
      await addPayment(two, 'erin');
      await two.reload();
      await ready(two);
      expect(await cards(two).nth(13).textContent()).toContain('erin');
      await one.reload();
      await ready(one);
      expect(await cards(one).nth(13).textContent()).toContain('dave');

      // Chosen from the menu it is a copy, too, and says so.
      await openMenu(two);
      await two
        .getByRole('menuitem', { name: /14 transactions/ })
        .first()
        .click();
      await two.getByText('This is a copy').waitFor();
      expect(await cards(two).nth(13).textContent()).toContain('dave');
      expect(await seriousFindings(two)).toEqual([]);
      await addPayment(two, 'alice');
      await one.reload();
      await ready(one);
      expect(await cards(one).count()).toBe(14);
    });
  });

  test.each(['with locks', 'without'])('a duplicated tab goes on with a copy, %s', async (how) => {
    await withTabs(async (openTab, context) => {
      const one = await openTab();
      await addPayment(one, 'carol');
      // A duplicate begins with what the tab remembers.
      const memory = await one.evaluate(() => Object.entries(sessionStorage));
      const two = await context.newPage();
      await two.addInitScript((entries) => {
        if (sessionStorage.length === 0) for (const [key, text] of entries) sessionStorage.setItem(key, text);
      }, memory);
      await two.goto(inject('appUrl'));
      await ready(two);
      expect(await cards(two).count()).toBe(13);
      await addPayment(two, 'erin');
      await addPayment(one, 'dave');
      for (const page of [one, two]) {
        await page.reload();
        await ready(page);
      }
      expect(await cards(one).nth(13).textContent()).toContain('dave');
      expect(await cards(two).nth(13).textContent()).toContain('erin');
    }, how === 'with locks');
  });
});
