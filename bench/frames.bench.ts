import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { findBrowser } from '../scripts/find-browser.ts';
import { type Bench, median } from './bench.ts';
import type { FramesBench } from './frames/page.tsx';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), 'frames');
const DURATION = 5_000;

/** 60 frames a second. */
const GOAL = { op: '<=', value: 17 } as const;

type Windowed = Window & { readonly bench: FramesBench };

interface Figures {
  readonly spans: number;
  readonly timelinePlayback: number;
  readonly timelineGestures: number;
  readonly blockPlayback: number;
}

/** A page of its own, built as the app is, with both charts at the size of the app's; opened once for all figures here. */
async function withPage<T>(act: (page: Page) => Promise<T>): Promise<T> {
  const out = await mkdtemp(join(tmpdir(), 'lanewise-frames-'));
  let server: PreviewServer | undefined;
  let browser: Browser | undefined;
  try {
    const shared = { configFile: false, root: ROOT, base: './', logLevel: 'error' } as const;
    await build({ ...shared, build: { outDir: out, emptyOutDir: true, target: 'es2023' } });
    server = await preview({ ...shared, build: { outDir: out }, preview: { port: 24_174 } });
    const { executablePath, args, env } = await findBrowser();
    browser = await chromium.launch({ executablePath, args: [...args], ...(env && { env: { ...env } }) });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'bench' in window);
    return await act(page);
  } finally {
    await browser?.close();
    await server?.close();
    await rm(out, { recursive: true, force: true });
  }
}

async function measure(): Promise<Figures> {
  return withPage(async (page) => {
    const show = async (transactions: number, lanes: number) => {
      const spans = await page.evaluate(([n, k]) => (window as unknown as Windowed).bench.show(n, k), [
        transactions,
        lanes,
      ] as const);
      await page.waitForTimeout(1_500);
      return spans;
    };
    const playback = async () =>
      median(await page.evaluate((ms) => (window as unknown as Windowed).bench.playback(ms), DURATION));
    // Executions and validations make two spans a transaction, and some of either are repeated.
    const spans = await show(46_000, 16);
    const timelinePlayback = await playback();
    const timelineGestures = median(
      await page.evaluate((ms) => (window as unknown as Windowed).bench.gestures(ms), DURATION),
    );
    await show(1_000, 8);
    return { spans, timelinePlayback, timelineGestures, blockPlayback: await playback() };
  });
}

let figures: Promise<Figures> | undefined;
const figure = (name: keyof Figures) => async (): Promise<number> => {
  figures ??= measure();
  return (await figures)[name];
};

/** Median time from frame to frame in headless Chromium, which draws at 60 frames a second when the page keeps up. */
export const benches: readonly Bench[] = [
  { name: 'Timeline: spans on 16 lanes', unit: 'spans', goal: { op: '>=', value: 100_000 }, run: figure('spans') },
  {
    name: 'Timeline at 100,000 spans: frame while playing back',
    unit: 'ms',
    goal: GOAL,
    run: figure('timelinePlayback'),
  },
  { name: 'Timeline at 100,000 spans: frame while zooming', unit: 'ms', goal: GOAL, run: figure('timelineGestures') },
  {
    name: 'Playback of 1,000 transactions, timeline and conflict DAG: frame',
    unit: 'ms',
    goal: GOAL,
    run: figure('blockPlayback'),
  },
];
