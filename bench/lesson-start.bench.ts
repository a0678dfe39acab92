import { chromium } from 'playwright';
import { findBrowser } from '../scripts/find-browser.ts';
import { buildIfNeeded, serveBuiltApp } from '../scripts/serve.ts';
import { type Bench, median } from './bench.ts';
import { browserAtRest } from './with-page.ts';

const ROUNDS = 5;
/** How many times slower than this machine the visitor's is. */
const THROTTLE = 4;

interface Start {
  /** From the start of the navigation, by the lesson's link, until its first step stands there and can be left for the next, ms. */
  readonly byLinkMs: number;
  /** From the start of the navigation to the page, by hand: the menu, the list, the first lesson's button. */
  readonly byMenuMs: number;
  /** Time that the page's thread itself was at work by then, by the link: what a busy machine doesn't change. */
  readonly threadMs: number;
}

/** As text: a function would be compiled by whatever runs this file, and arrive with helpers that the page hasn't got. */
const CAN_BEGIN = `(() => {
  const lesson = document.querySelector('[data-lesson="one-lane"]');
  const next = [...(lesson?.querySelectorAll('footer button') ?? [])].at(-1);
  return lesson?.querySelector('h3') && next && !next.disabled ? performance.now() : 0;
})()`;

async function measure(): Promise<readonly Start[]> {
  await buildIfNeeded();
  const served = await serveBuiltApp();
  const { executablePath, args, env } = await findBrowser();
  const starts: Start[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const times: number[] = [];
      let threadMs = Number.NaN;
      for (const hash of ['#lesson=one-lane', '']) {
        // A browser of its own each time: nothing is cached, neither files nor compiled code.
        const browser = await chromium.launch({ executablePath, args: [...args], ...(env && { env: { ...env } }) });
        await browserAtRest();
        const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.goto(served.url + hash, { waitUntil: 'commit' });
        if (hash === '') {
          await page.getByRole('button', { name: 'Learn' }).click();
          await page.getByRole('menuitem', { name: /^Lessons/ }).click();
          await page.getByRole('button', { name: 'Start: One lane and block order' }).click();
        }
        const begun = await page.waitForFunction(CAN_BEGIN, null, { timeout: 60_000 });
        times.push(Number(await begun.jsonValue()));
        const { metrics } = await session.send('Performance.getMetrics');
        const tasks = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
        if (hash !== '') threadMs = 1000 * tasks;
        await browser.close();
      }
      const [byLinkMs = Number.NaN, byMenuMs = Number.NaN] = times;
      starts.push({ byLinkMs, byMenuMs, threadMs });
    }
  } finally {
    await served.close();
  }
  return starts;
}

let starts: Promise<readonly Start[]> | undefined;
const figure = (of: (start: Start) => number) => async (): Promise<number> => {
  starts ??= measure();
  return median((await starts).map(of));
};

export const benches: readonly Bench[] = [
  {
    name: `Lesson 1 can begin after a cold load by its link, processor ${THROTTLE} times slower`,
    unit: 'ms',
    goal: { op: '<=', value: 3000 },
    run: figure(({ byLinkMs }) => byLinkMs),
  },
  {
    name: `Lesson 1 can begin after a cold load, chosen in the menu at once, processor ${THROTTLE} times slower`,
    unit: 'ms',
    goal: { op: '<=', value: 3000 },
    run: figure(({ byMenuMs }) => byMenuMs),
  },
  {
    name: `Lesson 1 by its link: the page’s own thread at work until then, ${THROTTLE} times slower`,
    unit: 'ms',
    goal: { op: '<=', value: 3000 },
    run: figure(({ threadMs }) => threadMs),
  },
];
