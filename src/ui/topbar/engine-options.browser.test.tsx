import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { txIndex } from '../../model/ids.ts';
import type { EngineId } from '../../model/settings.ts';
import { openTestPage, type TestPage } from '../app/test-page.tsx';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage();
});
afterEach(() => {
  vi.restoreAllMocks();
  opened.close();
});

async function choose(engine: EngineId): Promise<void> {
  opened.app.edit('engine', (s) => ({ ...s, settings: { ...s.settings, engine } }));
  await expect.poll(() => report()?.metrics.engine).toBe(engine);
}
const settings = () => opened.app.document.getState().scenario.settings;
const report = () => opened.app.run.getState().report;

describe('declared locks', () => {
  test('what a transaction leaves out fails it, and can be declared again', async () => {
    await choose('account-locks');
    expect(report()?.check.equal).toBe(true);
    await page.getByRole('button', { name: 'Options' }).click();
    await expect.element(page.getByText('Select a transaction to leave something out')).toBeVisible();
    opened.app.select([txIndex(2)]);
    await page.getByRole('combobox', { name: 'Of transaction 2' }).selectOptions('pool.reserve0');
    await page.getByRole('button', { name: 'Leave out' }).click();
    await opened.upToDate();
    expect(settings().options.underDeclare).toHaveLength(1);
    const rejected = report()?.events.find((event) => event.kind === 'rejected');
    expect(rejected).toMatchObject({
      version: { tx: 2, incarnation: 0 },
      location: settings().options.underDeclare?.[0]?.[1],
    });
    const wrong = report()?.check.differences.find((difference) => difference.kind === 'receipt');
    expect(wrong).toMatchObject({ tx: 2, field: 'validity', serial: 'valid' });
    await expectAccessible();
    await page.getByRole('button', { name: 'Declare pool.reserve0 in transaction 2 again' }).click();
    await opened.upToDate();
    expect(settings().options.underDeclare).toBeUndefined();
    expect(report()?.check.equal).toBe(true);
  });

  test('a lock on the whole account is a choice, and so is declaring too much', async () => {
    await choose('account-locks');
    const locks = () =>
      (report()?.events ?? []).reduce((sum, event) => sum + (event.kind === 'locked' ? event.locks : 0), 0);
    const before = locks();
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('radio', { name: 'A whole account' }).click();
    await opened.upToDate();
    expect(settings().options.lockGranularity).toBe('account');
    await expect.poll(locks).toBeLessThan(before);
    await page.getByRole('switch', { name: 'Declare everything as written' }).click();
    await opened.upToDate();
    expect(settings().options.overDeclare).toBe(true);
    expect(report()?.check.equal).toBe(true);
  });
});

test('the dependencies go out as a hint and come in again', async () => {
  await choose('dag');
  const saved: Promise<Response>[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(fetch(this.href));
  });
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const text = await (await saved[0])?.text();
  const hints = JSON.parse(text ?? '') as number[][];
  expect(hints).toHaveLength(opened.app.document.getState().scenario.transactions.length);
  await page.getByLabelText('Import dependencies from a JSON file').upload(new File([text ?? ''], 'hints.json'));
  // The file is read on its own time.
  await expect.poll(() => settings().options.hints).toEqual(hints);
  await opened.upToDate();
  expect(report()?.metrics.aborts).toBe(0);
  expect(report()?.check.equal).toBe(true);
});
