import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, expectAccessibleInBothThemes } from '../../../tests/browser/axe.ts';
import { openTestPage, type TestPage } from '../app/test-page.tsx';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage();
  opened.app.show('papers');
  await expect.element(view().getByRole('heading', { name: 'Block-STM: payments' })).toBeVisible();
});
afterEach(() => opened.close());

const view = () => page.getByRole('region', { name: 'Papers' });
const choose = (name: string) => view().getByRole('button', { name, exact: true }).click();
const run = () => view().getByRole('button', { name: 'Run it here' }).click();

test('before a run the published figures are there, and nothing of ours', async () => {
  await expect
    .element(view().getByRole('img', { name: 'Published, many accounts, 32 lanes: 17× to 20×.' }))
    .toBeVisible();
  await expect.element(view().getByRole('row', { name: '100 accounts best up to 8×' })).toBeVisible();
  await expect.element(view().getByRole('region', { name: 'Our runs as a table' })).not.toBeInTheDocument();
  await expectAccessibleInBothThemes(view().element());
});

test('a run draws our curves over them, and is still there after a look at another paper', async () => {
  await choose('A pure chain');
  await run();
  await expect.element(view().getByText('12 runs, every result equal to the serial one.')).toBeVisible();
  await expect
    .element(view().getByRole('row', { name: /^Dependency DAG 32 0\.95× 0\.95× as published$/ }))
    .toBeVisible();
  await expect.element(view().getByRole('img', { name: /^Block-STM, 32 lanes: .*×, of at most 1×\.$/ })).toBeVisible();
  await choose('Block access list');
  await run();
  await expect.element(view().getByText(/On the open document/)).toBeVisible();
  await expect.element(view().getByText(/^15 runs, every result equal/)).toBeVisible();
  await choose('A pure chain');
  await expect.element(view().getByText('12 runs, every result equal to the serial one.')).toBeVisible();
  await expectAccessible(view().element());
}, 60_000);

test('a run can be cancelled, and Escape gives the page back', async () => {
  await view().getByRole('radio', { name: '10,000' }).click();
  await run();
  await view().getByRole('button', { name: 'Cancel' }).click();
  await expect.element(view().getByText(/^Cancelled after/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(view()).not.toBeInTheDocument();
});
