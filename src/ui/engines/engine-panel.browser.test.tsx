import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';

import { openTestPage, type TestPage } from '../app/test-page.tsx';
import { ENGINE_STORIES } from './stories.ts';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage();
});
afterEach(() => opened.close());

const about = () => page.getByRole('region', { name: 'About the engine' });
const states = (): (string | undefined)[] =>
  [...about().element().querySelectorAll<SVGGElement>('[data-lit="true"]')].map(({ dataset }) => dataset.state);

async function openPanel(): Promise<void> {
  await page.getByRole('button', { name: 'About Block-STM' }).click();
  await expect.element(about()).toBeVisible();
}

test('tells of the engine chosen, and follows the choice', async () => {
  await openPanel();
  const { sources, howItWorks } = ENGINE_STORIES['block-stm'];
  await expect
    .element(about().getByRole('link', { name: sources[0]?.title ?? '' }))
    .toHaveAttribute('href', sources[0]?.url);
  await expect.element(about()).toHaveTextContent('arXiv 2203.06871');
  expect(about().getByRole('listitem').elements().length).toBe(howItWorks.length + sources.length);
  await expectAccessible();
  await page.getByRole('radio', { name: 'Dependency DAG' }).click();
  await opened.upToDate();
  await expect.element(about()).toHaveTextContent('PIP-16');
});

test('lights up the state of the selected transaction at the moment shown', async () => {
  const { app } = opened;
  await openPanel();
  const { events } = app.run.getState();
  const aborted = events.find(({ kind }) => kind === 'aborted');
  if (aborted?.kind !== 'aborted') throw new Error('expected the example to have an abort');
  const { tx } = aborted.version;
  app.select([tx]);
  const litAt = async (time: number, state: string): Promise<void> => {
    app.seek(time);
    await expect.poll(states).toEqual([state]);
  };
  await litAt(app.run.getState().report?.metrics.makespan ?? 0, 'committed');
  const started = events.find((e) => e.kind === 'started' && e.task === 'execute' && e.version.tx === tx);
  const executed = events.find((e) => e.kind === 'finished' && e.version.tx === tx);
  await litAt(((started?.at ?? 0) + (executed?.at ?? 0)) / 2, 'executing');
  await expect.element(about()).toHaveTextContent('is executing, incarnation 0');
  app.select([]);
  await expect.poll(states).toEqual([]);
});

test('closes by its button, by Escape, and by the button that opened it', async () => {
  await openPanel();
  await userEvent.keyboard('{Escape}');
  await expect.element(about()).not.toBeInTheDocument();
  await openPanel();
  await about().getByRole('button', { name: 'Close' }).click();
  await expect.element(about()).not.toBeInTheDocument();
  await openPanel();
  await page.getByRole('button', { name: 'About Block-STM' }).click();
  await expect.element(about()).not.toBeInTheDocument();
});

test('leaves lanes, conflicts and inspector in sight', async () => {
  await openPanel();
  const { right } = about().element().getBoundingClientRect();
  expect(page.getByRole('region', { name: 'Inspector' }).element().getBoundingClientRect().left).toBeGreaterThan(right);
  const lanes = page.getByRole('region', { name: 'Lanes', exact: true }).element().getBoundingClientRect();
  expect(lanes.left).toBeGreaterThanOrEqual(right);
});
