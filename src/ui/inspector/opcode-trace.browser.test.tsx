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

const section = () => page.getByRole('region', { name: 'Opcode trace' });
const table = () => page.getByRole('region', { name: 'Opcodes in the order in which they ran' });

test('every opcode of the transaction on demand, only those in view drawn, with the location each touches', async () => {
  opened.app.select([txIndex(2)]);
  await section().getByRole('button', { name: 'Trace the opcodes' }).click();
  await expect.element(section().getByText(/^[\d,]+ opcodes$/)).toBeVisible();
  expect(section().getByRole('alert').elements()).toHaveLength(0);
  const rows = () => table().getByRole('row').elements();
  const all = Number(table().getByRole('table').element().getAttribute('aria-rowcount'));
  expect(all).toBeGreaterThan(500);
  expect(rows().length).toBeLessThan(60);
  await expect.element(table().getByRole('rowheader').first()).toHaveTextContent('PUSH1');
  const scroller = table().element();
  let slot: Element | undefined;
  for (let top = 0; !slot && top < scroller.scrollHeight; top += 200) {
    scroller.scrollTop = top;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    slot = rows().find((row) => row.textContent?.includes('SLOAD'));
  }
  expect(slot?.textContent).toMatch(/pool\.|USDC\.|WETH\./);
  await expectAccessible(section().element());
});

test('a payment runs no code, and says so; another transaction begins anew', async () => {
  opened.app.select([txIndex(0)]);
  await section().getByRole('button', { name: 'Trace the opcodes' }).click();
  await expect.element(section().getByText(/^It runs no code/)).toBeVisible();
  opened.app.select([txIndex(1)]);
  await expect.element(section().getByRole('button', { name: 'Trace the opcodes' })).toBeVisible();
});
