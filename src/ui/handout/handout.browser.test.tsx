import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openTestPage, type TestPage } from '../app/test-page.tsx';

let opened: TestPage;
const print = vi.spyOn(window, 'print');
beforeEach(async () => {
  print.mockReset();
  opened = await openTestPage();
});
afterEach(() => opened.close());

const sheet = (): HTMLElement | null => document.querySelector('body > article');
const headings = () => [...(sheet()?.querySelectorAll('h1, h2') ?? [])].map(({ textContent }) => textContent);

test('the run on paper: printed once it is complete, gone when it has been printed', async () => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /Print a hand-out/ }).click();
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(headings()).toEqual([
    'Mixed DeFi block',
    'Figures',
    'The lanes',
    'The conflicts',
    'The block',
    'The lanes, row by row',
    'Questions',
    'Answers',
  ]);
  const text = sheet()?.textContent ?? '';
  expect(text).toContain('2.19× of at most 2.90×');
  expect(text).toContain('3 must start over: 3 read pool.reserve0 before 2 wrote it.');
  expect(text).toContain('2 → 3 → 7, 220k gas in a row.');
  expect(sheet()?.querySelectorAll('img[src^="data:image/svg+xml"]')).toHaveLength(2);

  window.dispatchEvent(new Event('afterprint'));
  await vi.waitFor(() => expect(sheet()).toBeNull());
});

test('a lesson on paper leaves blanks where the page would fill in figures', async () => {
  opened.app.show('lessons');
  await page.getByRole('button', { name: 'Print “One lane and block order” as a hand-out' }).click();
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(headings()[0]).toMatch(/one lane/i);
  expect(headings().at(-1)).toBe('Sources');
  expect(sheet()?.querySelectorAll('section').length).toBeGreaterThan(4);
});
