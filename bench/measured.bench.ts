import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { findBrowser } from '../scripts/find-browser.ts';
import { ISOLATION_HEADERS } from '../vite.config.ts';
import { type Bench, median } from './bench.ts';
import type { MeasuredBench } from './measured/page.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), 'measured');
const ROUNDS = 9;

type Windowed = Window & { readonly bench: MeasuredBench };

/** A page of its own, built as the app is, that runs blocks on real workers; opened once for all figures here. */
async function withPage<T>(act: (page: Page) => Promise<T>): Promise<T> {
  const out = await mkdtemp(join(tmpdir(), 'lanewise-bench-'));
  let server: PreviewServer | undefined;
  let browser: Browser | undefined;
  try {
    const shared = { configFile: false, root: ROOT, base: './', logLevel: 'error' } as const;
    await build({ ...shared, worker: { format: 'es' }, build: { outDir: out, emptyOutDir: true, target: 'es2023' } });
    server = await preview({
      ...shared,
      build: { outDir: out },
      preview: { port: 24_173, headers: ISOLATION_HEADERS },
    });
    const { executablePath, args, env } = await findBrowser();
    browser = await chromium.launch({ executablePath, args: [...args], ...(env && { env: { ...env } }) });
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'bench' in window);
    return await act(page);
  } finally {
    await browser?.close();
    await server?.close();
    await rm(out, { recursive: true, force: true });
  }
}

interface Figures {
  readonly twoThreads: number;
  readonly transfers: number;
  readonly swaps: number;
  readonly transfersBlockStm: number;
}

async function measure(): Promise<Figures> {
  return withPage(async (page) => {
    const { twoThreads } = await page.evaluate(() => (window as unknown as Windowed).bench.calibrate());
    const speedup = async (workload: 'transfers' | 'swaps', count: number, engine: 'dag' | 'block-stm') => {
      const times = await page.evaluate(
        ([what, n, id, rounds]) => (window as unknown as Windowed).bench.makespans(what, n, id, [1, 2], rounds),
        [workload, count, engine, ROUNDS] as const,
      );
      return median(times[1] ?? []) / median(times[2] ?? []);
    };
    return {
      twoThreads,
      transfers: await speedup('transfers', 1000, 'dag'),
      swaps: await speedup('swaps', 500, 'dag'),
      transfersBlockStm: await speedup('transfers', 1000, 'block-stm'),
    };
  });
}

let figures: Promise<Figures> | undefined;
const figure = (name: keyof Figures) => async (): Promise<number> => {
  figures ??= measure();
  return (await figures)[name];
};

/** Wall clock, real Chromium. Two workers on a machine whose two threads do less than twice the work of one can't reach the goals. */
export const benches: readonly Bench[] = [
  { name: 'Calibration: two threads against one', unit: '×', goal: null, run: figure('twoThreads') },
  {
    name: 'Measured: two workers against one, 1,000 independent ERC-20 transfers (DAG)',
    unit: '×',
    goal: { op: '>=', value: 1.5 },
    run: figure('transfers'),
  },
  {
    name: 'Measured: two workers against one, 500 swaps on separate pools (DAG)',
    unit: '×',
    goal: { op: '>=', value: 1.7 },
    run: figure('swaps'),
  },
  {
    name: 'Measured: two workers against one, 1,000 independent ERC-20 transfers (Block-STM)',
    unit: '×',
    goal: null,
    run: figure('transfersBlockStm'),
  },
];
