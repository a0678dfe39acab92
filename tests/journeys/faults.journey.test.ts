import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, launchBrowser } from './open-page.ts';

afterAll(closeBrowser);

const LONG = process.env.LONG === '1';

/** A page of the app, after its first run. */
async function open(page: Page): Promise<Page> {
  await page.goto(inject('appUrl'));
  await page.getByText('same result as one lane').waitFor();
  return page;
}

async function inContext<T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await (await launchBrowser()).newContext(options);
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

const run = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
const measured = (page: Page) => page.getByRole('region', { name: 'Figures' }).getByText('measured', { exact: true });

/** Switches to the wall clock, runs, and waits for a result that is the serial one. */
async function runMeasured(page: Page, during: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('radio', { name: 'Measured' }).check();
  await run(page);
  await during();
  await measured(page).first().waitFor();
  await page.getByText('same result as one lane').waitFor();
}

describe('measured runs where something is missing', () => {
  test('without cross-origin isolation: versions as they were sent, and the serial result', async () => {
    await inContext({ serviceWorkers: 'block' }, async (page) => {
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        const {
          'cross-origin-opener-policy': _opener,
          'cross-origin-embedder-policy': _embedder,
          ...headers
        } = response.headers();
        await route.fulfill({ response, headers });
      });
      await open(page);
      expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
      await runMeasured(page);
      await page.getByText('each task sees the state as it was sent').waitFor();
    });
  });

  test('one core: the browser sees one thread and has one; a run of two lanes is marked, and right', async () => {
    const { executablePath, args, env } = inject('browser');
    const folder = mkdtempSync(join(tmpdir(), 'lanewise-one-core-'));
    const pinned = join(folder, 'browser');
    // Where a process can't be bound to one core, the browser at least believes that there is only one.
    writeFileSync(
      pinned,
      `#!/bin/sh\nexec $(command -v taskset >/dev/null && echo taskset -c 0) '${executablePath}' "$@"\n`,
    );
    chmodSync(pinned, 0o755);
    const browser = await chromium.launch({ executablePath: pinned, args: [...args], ...(env && { env: { ...env } }) });
    try {
      const page = await browser.newPage();
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 1 });
      });
      await open(page);
      await page.getByRole('radio', { name: 'Measured' }).check();
      expect(await page.getByRole('textbox', { name: /Number of lanes/ }).inputValue()).toBe('1');
      await runMeasured(page);
      await page.getByRole('button', { name: 'One lane more' }).click();
      await page.getByRole('img', { name: /2 lanes share the one thread/ }).waitFor();
      await run(page);
      await page.getByText('2 lanes on one thread').waitFor();
      await page.getByText('same result as one lane').waitFor();
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});

/** As long as somebody may look at another tab, ms. */
const HIDDEN_MS = LONG ? 60_000 : 3000;

test(`the tab is hidden for ${HIDDEN_MS / 1000} s in the middle of a measured run: it goes on, and its result is right`, {
  timeout: 180_000,
}, async () => {
  await inContext({}, async (page) => {
    await open(page);
    await page.getByRole('button', { name: 'Generate' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Transactions', { exact: true }).fill('1500');
    await dialog.getByRole('button', { name: 'Replace block' }).click();
    await page.getByText('same result as one lane').waitFor({ timeout: 60_000 });
    const session = await page.context().newCDPSession(page);
    await runMeasured(page, async () => {
      // A frozen page: no timers, no frames, no messages; then it is looked at again.
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, HIDDEN_MS));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
    });
    await page.getByText('The run failed').waitFor({ state: 'detached' });
  });
});

/** Runs of which the memory afterwards is compared. */
const RUNS = LONG ? 200 : 20;

test(`${RUNS} measured runs, one after the other, don't make the page grow`, { timeout: 600_000 }, async ({ skip }) => {
  const { executablePath, args, env } = inject('browser');
  const browser = await chromium.launch({
    executablePath,
    // Collects before it measures, instead of waiting for the next collection.
    args: [...args, '--enable-blink-features=ForceEagerMeasureMemory'],
    ...(env && { env: { ...env } }),
  });
  try {
    const page = await open(await browser.newPage());
    await page.getByRole('radio', { name: 'Measured' }).check();
    // Every run's figures are new elements.
    await page.evaluate(() => {
      const counted = window as Window & { runs?: number };
      counted.runs = 0;
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) {
            if (node instanceof Element && node.querySelector('[data-clock="measured"]')) {
              counted.runs = (counted.runs ?? 0) + 1;
            }
          }
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    let runs = 0;
    const again = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i++) {
        await run(page);
        runs++;
        await page.waitForFunction((count) => ((window as Window & { runs?: number }).runs ?? 0) >= count, runs);
        await page.getByRole('button', { name: /^predicted/ }).waitFor();
      }
      await page.getByText('same result as one lane').waitFor();
    };
    // A headless shell has the function, and refuses.
    const canMeasure = await page.evaluate(() =>
      (performance as unknown as { measureUserAgentSpecificMemory(): Promise<unknown> })
        .measureUserAgentSpecificMemory()
        .then(() => true)
        .catch(() => false),
    );
    skip(
      !canMeasure,
      'this browser can’t measure the memory of a page and its workers: a headless shell, not a whole Chromium',
    );
    const megabytes = async (): Promise<number> =>
      page.evaluate(async () => {
        const { bytes } = await (
          performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
        ).measureUserAgentSpecificMemory();
        return bytes / 2 ** 20;
      });
    await again(10);
    const before = await megabytes();
    await again(RUNS);
    const after = await megabytes();
    console.log(`${RUNS} runs: ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`);
    // Undo keeps nothing of a run; what compiled code and pools settle at is there after the first ten.
    expect(after - before).toBeLessThan(10 + 0.02 * RUNS);
  } finally {
    await browser.close();
  }
});
