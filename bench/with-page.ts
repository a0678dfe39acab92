import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { findBrowser } from '../scripts/find-browser.ts';
import { ISOLATION_HEADERS, WORKERS } from '../vite.config.ts';

/** A browser that has just been started loads pages of its own on the same processors, for so many ms. */
const AT_REST_MS = 2_500;

export const browserAtRest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, AT_REST_MS));

/** Builds the page in `root` as the app is built, opens it in Chromium, isolated, and closes everything after `act`. */
export async function withPage<T>(root: string, port: number, act: (page: Page) => Promise<T>): Promise<T> {
  const out = await mkdtemp(join(tmpdir(), 'lanewise-bench-'));
  let server: PreviewServer | undefined;
  let browser: Browser | undefined;
  try {
    const shared = { configFile: false, root, base: './', logLevel: 'error' } as const;
    await build({ ...shared, worker: WORKERS, build: { outDir: out, emptyOutDir: true, target: 'es2023' } });
    server = await preview({ ...shared, build: { outDir: out }, preview: { port, headers: ISOLATION_HEADERS } });
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
