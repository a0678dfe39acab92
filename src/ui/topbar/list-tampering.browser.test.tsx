import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { txIndex } from '../../model/ids.ts';
import { openTestPage, type TestPage } from '../app/test-page.tsx';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage();
});
afterEach(() => opened.close());

const figures = () => page.getByRole('region', { name: 'Figures' });
const report = () => opened.app.run.getState().report;

test('a block access list can be made to lie: the block is invalid, and every wrong entry is named', async () => {
  const { app } = opened;
  app.edit('engine', (scenario) => ({ ...scenario, settings: { ...scenario.settings, engine: 'block-access-list' } }));
  await expect.poll(() => report()?.metrics.engine).toBe('block-access-list');
  expect(report()?.check.equal).toBe(true);
  const { accessList, metrics } = report() ?? {};
  await expect.element(figures()).toHaveTextContent(`${accessList?.bytes.toLocaleString('en')} bytes of list`);
  await expect.element(figures()).toHaveTextContent(`${accessList?.items} of at most`);
  await expect.element(figures()).toHaveTextContent('longest transaction');
  expect(metrics?.speedup).toBeLessThanOrEqual(metrics?.bound ?? 0);

  app.select([txIndex(0)]);
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('button', { name: 'Let it lie' }).click();
  await expect.poll(() => report()?.check.equal).toBe(false);
  await expect.element(page.getByText('The list lies here')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: /Let the list tell the truth/ }).click();
  await expect.poll(() => report()?.check.equal).toBe(true);
  expect(app.document.getState().scenario.settings.options.tamper).toBeUndefined();

  await page.getByRole('textbox', { name: 'What the list says instead, as a whole number' }).fill('7');
  await page.getByRole('button', { name: 'Let it lie' }).click();
  await expect.poll(() => report()?.check.equal).toBe(false);
  await page.getByRole('button', { name: 'Close options' }).click();
  await page.getByRole('button', { name: /invalid block: its access list is wrong/ }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: 'The block is invalid' });
  await expect.element(dialog).toHaveTextContent('1: after 0');
  const shown = dialog.element().querySelectorAll('tbody tr').length;
  expect(shown).toBe(report()?.check.differences.length);
  await expectAccessible();
});
