import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { addLaneTimes, laneTimesOf } from '../../analysis/lane-times.ts';
import { formatTime } from '../../chart/format-time.ts';
import { createRunner } from '../../drivers/measured/create-runner.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { openTestPage, type TestPage } from '../app/test-page.tsx';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage(EXAMPLES[0].scenario(), createRunner());
  opened.app.edit('measured', (s) => ({ ...s, settings: { ...s.settings, clock: 'measured', lanes: 2 } }));
  await measure();
});
afterEach(() => {
  vi.restoreAllMocks();
  opened?.close();
});

async function measure(): Promise<void> {
  opened.app.startRun();
  await expect.poll(() => opened.app.run.getState().status).toBe('running');
  await opened.upToDate();
}
const settings = () => opened.app.document.getState().scenario.settings;
const report = () => {
  const found = opened.app.run.getState().report;
  if (!found) throw new Error('no run yet');
  return found;
};
const prediction = () => page.getByRole('button', { name: /^predicted .* · measured .*% off$/ });

test('a measured run says how much of it was start and messages, and takes each lane’s time apart', async () => {
  const { events, metrics } = report();
  const lanes = laneTimesOf(events, 2, metrics.makespan);
  for (const { start, evm, validation, waiting, messages } of lanes) {
    expect(start + evm + validation + waiting + messages).toBeCloseTo(metrics.makespan, 6);
  }
  const all = addLaneTimes(lanes);
  await expect
    .element(page.getByText(`start and messages: ${formatTime((all.start + all.messages) / 2, 'µs')}`))
    .toBeVisible();
  await page.getByRole('button', { name: /^start and messages/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Where the time went' });
  const rows = dialog.getByRole('row');
  await expect.poll(() => rows.elements().length).toBe(1 + 2 + 1);
  expect(rows.elements()[1]?.textContent).toContain(formatTime(lanes[0]?.evm ?? 0, 'µs'));
  await expect.element(dialog.getByText('timed in the worker around the EVM alone')).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});

test('the prediction stands beside the measured makespan; its costs can be used in modelled time, as one step', async () => {
  await expect.element(prediction()).toBeVisible();
  expect(prediction().element().textContent).toContain(`measured ${formatTime(report().metrics.makespan, 'µs')}`);
  await prediction().click();
  await expect.element(page.getByText('Handing out a task')).toBeVisible();
  await expectAccessible();
  const before = settings();
  await page.getByRole('button', { name: 'Use these costs in modelled time' }).click();
  await opened.upToDate();
  expect(settings()).toMatchObject({ clock: 'virtual', lanes: 2 });
  expect(Object.values(settings().costs.work ?? {}).some((cost) => cost > 0)).toBe(true);
  expect(report().metrics.clock).toBe('virtual');
  expect(report().metrics.speedup).toBeLessThanOrEqual(report().metrics.bound + 1e-9);
  expect(report().check.equal).toBe(true);

  await page.getByRole('button', { name: 'Options' }).click();
  await expect.element(page.getByText(/timed by kind of work/)).toBeVisible();
  await page.getByRole('button', { name: 'No overheads' }).click();
  expect(settings().costs.work).toBeUndefined();
  opened.app.undo();
  opened.app.undo();
  expect(settings()).toEqual(before);
});

test('lanes come back when the clock is switched back', async () => {
  const switchTo = (clock: string) => page.getByRole('radio', { name: clock }).click();
  await switchTo('Modelled');
  opened.app.edit('6 lanes', (s) => ({ ...s, settings: { ...s.settings, lanes: 6 } }));
  await switchTo('Measured');
  expect(settings()).toMatchObject({ clock: 'measured', lanes: 2 });
  await switchTo('Modelled');
  expect(settings()).toMatchObject({ clock: 'virtual', lanes: 6 });
});

test('lanes that share threads are marked, before the run and beside its figures', async () => {
  vi.spyOn(Navigator.prototype, 'hardwareConcurrency', 'get').mockReturnValue(1);
  opened.app.edit('3 lanes', (s) => ({ ...s, settings: { ...s.settings, lanes: 3 } }));
  await expect.element(page.getByRole('img', { name: /3 lanes share the one thread/ })).toBeVisible();
  await measure();
  await expect.element(page.getByText('3 lanes on one thread')).toBeVisible();
  await expectAccessible();
});
