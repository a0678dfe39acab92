import { chromium, type Page } from 'playwright';
import { findBrowser } from '../scripts/find-browser.ts';
import { buildIfNeeded, serveBuiltApp } from '../scripts/serve.ts';
import { type Bench, median } from './bench.ts';
import { browserAtRest } from './with-page.ts';

const ROUNDS = 5;
const SIZES = [1_000, 10_000] as const;
/** Without a long task for so many ms, the page has drawn all there is. */
const QUIET_MS = 1_500;

interface Tasks {
  /** From the block replaced by a generated one until its conflicts are drawn: the longest task of the page's own thread, ms. */
  readonly replaced: number;
  /** From the report's arrival until the run is drawn, likewise. */
  readonly ran: number;
}

/** As text, so that it arrives without helpers of whatever compiles this file. */
const WATCH = `
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ end: startTime + duration, duration });
  }).observe({ entryTypes: ['longtask'] });
`;
const SETTLED = `(() => {
  const last = window.longTasks.at(-1)?.end ?? 0;
  return performance.now() - Math.max(last, window.since) > ${QUIET_MS};
})()`;

/** The longest task that `act` brings about: 50 if none is longer, as shorter ones aren't reported. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate('window.longTasks.length = 0');
  await act();
  await page.getByRole('button', { name: 'Cancel' }).first().waitFor({ state: 'hidden', timeout: 300_000 });
  await page.evaluate('window.since = performance.now()');
  await page.waitForFunction(SETTLED, null, { timeout: 300_000 });
  return Number(await page.evaluate('window.longTasks.reduce((most, { duration }) => Math.max(most, duration), 50)'));
}

async function measure(transactions: number): Promise<Tasks> {
  await buildIfNeeded();
  const served = await serveBuiltApp();
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args], ...(env && { env: { ...env } }) });
  const rounds: Tasks[] = [];
  try {
    await browserAtRest();
    for (let round = 0; round < ROUNDS; round++) {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await page.addInitScript(WATCH);
      await page.goto(served.url);
      await page.getByRole('button', { name: 'Generate' }).click();
      const dialog = page.getByRole('dialog', { name: 'Generate a block' });
      await dialog.getByRole('textbox', { name: 'Transactions' }).fill(String(transactions));
      const replaced = await longestTask(page, () => dialog.getByRole('button', { name: 'Replace block' }).click());
      const run = page.getByRole('banner').getByRole('button', { name: 'Run', exact: true });
      rounds.push({ replaced, ran: await longestTask(page, () => run.click()) });
      await page.context().close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return {
    replaced: median(rounds.map(({ replaced }) => replaced)),
    ran: median(rounds.map(({ ran }) => ran)),
  };
}

const measured = new Map<number, Promise<Tasks>>();
const figure = (transactions: number, of: keyof Tasks) => async (): Promise<number> => {
  const tasks = measured.get(transactions) ?? measure(transactions);
  measured.set(transactions, tasks);
  return (await tasks)[of];
};

/** How long the page stands still at most: workers do what takes long, but what they found must be read and drawn. */
export const benches: readonly Bench[] = SIZES.flatMap((size): readonly Bench[] => {
  const transactions = `${size.toLocaleString('en')} transactions`;
  return [
    {
      name: `Longest task of the page’s own thread: a block of ${transactions} is generated and its conflicts drawn`,
      unit: 'ms',
      goal: null,
      run: figure(size, 'replaced'),
    },
    {
      name: `Longest task of the page’s own thread: a run of ${transactions} arrives and is drawn`,
      unit: 'ms',
      goal: null,
      run: figure(size, 'ran'),
    },
  ];
});
