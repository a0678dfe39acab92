import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createClassroomZip } from '../../scripts/classroom-zip.ts';
import { seriousFindings } from './axe.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

/** A name that leads to this machine, but not for the browser: plain http under it is what a local network is. */
const LAN = 'lanewise.test';
const BUILT = 'dist';

/** The page without any headers, in a folder of its host. */
let host: FolderServer;
let browser: Browser;
let secureBrowser: Browser;

async function launch(args: readonly string[]): Promise<Browser> {
  const found = inject('browser');
  const all = [...found.args, `--host-resolver-rules=MAP ${LAN} 127.0.0.1`, ...args];
  return chromium.launch({
    executablePath: found.executablePath,
    args: all,
    ...(found.env && { env: { ...found.env } }),
  });
}

beforeAll(async () => {
  host = await serveFolder(BUILT, '/some/where/');
  browser = await launch([]);
  // As if it came by https.
  secureBrowser = await launch([`--unsafely-treat-insecure-origin-as-secure=http://${LAN}:${host.port}`]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), secureBrowser?.close(), host?.close()]);
});

interface Opened {
  readonly page: Page;
  readonly errors: string[];
}

/** A page in a profile of its own; what went wrong in it fails the test. */
async function withPage(
  url: string,
  act: (opened: Opened) => Promise<void>,
  { on = browser, ...options }: BrowserContextOptions & { readonly on?: Browser } = {},
): Promise<void> {
  const context = await on.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...options });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    await page.goto(url);
    await act({ page, errors });
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

const ready = (page: Page): Promise<void> => page.getByText('same result as one lane').first().waitFor();
const cards = (page: Page) => page.getByRole('listbox', { name: 'Transactions in block order' }).getByRole('option');
const moment = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: 'Moment of the run' }).inputValue());
const notices = (page: Page) => page.getByRole('alert');

/** In the page: how long after its address has changed it says that it can't open it, ms. By its own clock: word of it takes a while. */
function timeUntilRefused(hash: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    const seen = new MutationObserver(() => {
      if (!document.body.textContent?.includes('The link could not be opened')) return;
      seen.disconnect();
      resolve(performance.now() - start);
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
    window.location.hash = hash;
  });
}

async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Link' });
  await field.waitFor();
  return field.inputValue();
}

async function addPayment(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a transaction' });
  await dialog.getByRole('radio', { name: 'Payment' }).click();
  await dialog.getByRole('combobox', { name: /^To/ }).fill(to);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
}

describe('by link', () => {
  test('composed, shared, opened by somebody else: same block, same lanes, same moment; nothing of theirs is lost', async () => {
    const url = inject('appUrl');
    let link = '';
    let shown = 0;
    await withPage(url, async ({ page }) => {
      await ready(page);
      await addPayment(page, 'carol');
      await cards(page).nth(12).waitFor();
      await page.getByRole('radio', { name: 'DAG' }).click();
      await page
        .getByRole('button', { name: /More lanes|One lane more|lane more/ })
        .first()
        .click();
      await ready(page);
      await page.getByRole('button', { name: 'To the start' }).click();
      for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Next event' }).click();
      shown = await moment(page);
      expect(shown).toBeGreaterThan(0);
      link = await linkOf(page);
      expect(await seriousFindings(page)).toEqual([]);
      expect(link).toMatch(/#s=[A-Za-z0-9_-]+$/);
      expect(link.length).toBeLessThan(600);
      for (const [name, kind, head] of [
        ['lanes', 'SVG', '<svg'],
        ['lanes', 'PNG', '\x89PNG'],
        ['conflicts', 'SVG', '<svg'],
        ['conflicts', 'PNG', '\x89PNG'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `Save ${name} as ${kind}` }).click(),
        ]);
        const content = readFileSync(await download.path());
        expect(content.toString('latin1', 0, head.length)).toBe(head);
        if (kind === 'SVG')
          expect(content.toString()).toContain(name === 'lanes' ? '>Drop.mint<' : '>pool.reserve0 +3<');
      }
      await page.getByRole('button', { name: 'Show code for cameras' }).click();
      await page.getByRole('img', { name: /^QR code of/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      expect(page.url()).toBe(link);
    });

    await withPage(url, async ({ page }) => {
      await ready(page);
      await addPayment(page, 'dave');
      await cards(page).nth(12).waitFor();
      // As if the link were pasted into the address bar.
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, new URL(link).hash);
      await expect.poll(() => cards(page).nth(12).textContent()).toContain('carol');
      await ready(page);
      await expect.poll(() => moment(page)).toBe(shown);
      expect(await page.getByRole('radio', { name: 'DAG' }).isChecked()).toBe(true);
      await page.getByText('5 lanes', { exact: false }).first().waitFor();
      // Theirs is one undo away, and among the recent ones.
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect.poll(() => cards(page).nth(12).textContent()).toContain('dave');
    });

    // In a new tab of a fresh profile.
    await withPage(link, async ({ page }) => {
      await ready(page);
      expect(await cards(page).nth(12).textContent()).toContain('carol');
      await expect.poll(() => moment(page)).toBe(shown);
      // What is changed then is still there after a reload, which doesn't open the link a second time.
      await addPayment(page, 'erin');
      await cards(page).nth(13).waitFor();
      await page.waitForTimeout(500);
      await page.reload();
      await ready(page);
      expect(await cards(page).count()).toBe(14);
    });
  });

  test('examples have short addresses', async () => {
    await withPage(`${inject('appUrl')}#p=hot-pool&lanes=8&engine=block-stm`, async ({ page }) => {
      await ready(page);
      expect(await cards(page).count()).toBe(10);
      expect(await page.getByRole('radio', { name: 'Block-STM' }).isChecked()).toBe(true);
      expect((await linkOf(page)).split('#')[1]).toBe('p=hot-pool&lanes=8&engine=block-stm');
    });
  });

  test('hostile links: a notice within a second, and the page as always', async () => {
    const hashes = [
      '#s=AAAAAAAAAAAAAAAA',
      `#s=${'A'.repeat(8000)}`,
      `#s=${'A'.repeat(1_000_000)}`,
      '#p=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
      '#p=hot-pool&__proto__=1',
      '#p=nothing-like-it',
    ];
    await withPage(inject('appUrl') + hashes[0], async ({ page }) => {
      await notices(page).getByText('The link could not be opened').waitFor();
      await ready(page);
      expect(await cards(page).count()).toBe(12);
      for (const hash of hashes.slice(1)) {
        await notices(page).getByRole('button', { name: 'Dismiss' }).click();
        await notices(page).waitFor({ state: 'detached' });
        expect(await page.evaluate(timeUntilRefused, hash), hash.slice(0, 40)).toBeLessThan(1_000);
        expect(await cards(page).count()).toBe(12);
      }
      expect(await page.getByText('<img').count()).toBe(0);
    });
  });
});

describe('offline', () => {
  test('after one visit all of it is there without a server; on a host without headers it becomes isolated', async () => {
    const server = await serveFolder(BUILT, '/some/where/');
    let stopped = false;
    try {
      await withPage(
        `http://127.0.0.1:${server.port}/some/where/`,
        async ({ page, errors }) => {
          await ready(page);
          // By itself, as nothing was touched.
          await page.waitForFunction(() => crossOriginIsolated, null, { timeout: 60_000 });
          await ready(page);
          await server.close();
          stopped = true;
          await page.context().setOffline(true);
          await page.reload();
          await ready(page);
          expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
          await addPayment(page, 'carol');
          await cards(page).nth(12).waitFor();
          await page.getByRole('radio', { name: 'Measured' }).click();
          await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
          await page.getByRole('region', { name: 'Figures' }).getByText('measured', { exact: true }).waitFor();
          await ready(page);
          // Parts that this visit hasn't shown before.
          await page.goto(`http://127.0.0.1:${server.port}/some/where/#p=auction`);
          await expect.poll(() => cards(page).count()).toBe(6);
          expect((await linkOf(page)).split('#')[1]).toBe('p=auction');
          const follow = (to: string) =>
            page.evaluate((hash) => {
              window.location.hash = hash;
            }, to);
          await follow('lesson=one-lane');
          await page.getByRole('region', { name: 'Guide' }).getByText('Step 1 of').waitFor();
          await follow('puzzle=seed:7');
          await page.getByRole('region', { name: 'Guide' }).getByRole('heading').first().waitFor();
          // A link takes the place of what guides.
          await follow('p=hot-pool');
          await expect.poll(() => cards(page).count()).toBe(10);
          await ready(page);
          expect(await page.getByRole('region', { name: 'Guide' }).count()).toBe(0);
          expect(await cards(page).count()).toBe(10);
          expect(errors).toEqual([]);
        },
        { serviceWorkers: 'allow' },
      );
    } finally {
      if (!stopped) await server.close();
    }
  });

  test('a new version is offered, and comes when it is wanted', async ({ skip }) => {
    const url = `http://${LAN}:${host.port}/some/where/`;
    const worker = readFileSync(join(BUILT, 'sw.js'), 'utf8');
    await withPage(
      url,
      async ({ page }) => {
        await ready(page);
        const secure = await page.evaluate(() => isSecureContext);
        skip(
          !secure,
          'this browser can’t be told to take the address for a secure one: a headless shell, not a whole Chromium',
        );
        await page.waitForFunction(() => crossOriginIsolated, null, { timeout: 60_000 });
        await ready(page);
        // The next version: another hash, so another worker.
        const version = /"([0-9a-f]{12})"/.exec(worker)?.[1] ?? '';
        expect(version).not.toBe('');
        host.instead.set('/some/where/sw.js', {
          type: 'text/javascript',
          body: worker.replaceAll(version, 'ffffffffffff'),
        });
        // Not in the middle of a lesson, though it is there.
        await page.evaluate(() => {
          window.location.hash = 'lesson=one-lane';
        });
        await page.reload();
        await page.getByRole('region', { name: 'Guide' }).getByText('Step 1 of').waitFor();
        await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting, null, {
          timeout: 60_000,
        });
        await page.waitForTimeout(500);
        const offered = page.getByText('A new version of Lanewise is there');
        expect(await offered.count()).toBe(0);
        await page.evaluate(() => {
          window.location.hash = 'p=hot-pool';
        });
        await offered.waitFor();
        const caches = () => page.evaluate(() => window.caches.keys());
        await page.getByRole('button', { name: 'Reload with it' }).click();
        await page.waitForEvent('load');
        await ready(page);
        expect((await caches()).some((name) => name.endsWith('ffffffffffff'))).toBe(true);
      },
      { serviceWorkers: 'allow', on: secureBrowser },
    );
    host.instead.clear();
  });
});

describe('elsewhere', () => {
  test('over plain http in a local network: runs, edits, saves, measures; copying works', async () => {
    await withPage(`http://${LAN}:${host.port}/some/where/`, async ({ page }) => {
      await ready(page);
      expect(await page.evaluate(() => [isSecureContext, crossOriginIsolated])).toEqual([false, false]);
      await addPayment(page, 'carol');
      await cards(page).nth(12).waitFor();
      await page.getByRole('radio', { name: 'Measured' }).click();
      await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('region', { name: 'Figures' }).getByText('measured', { exact: true }).waitFor();
      await ready(page);
      await linkOf(page);
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      await page.waitForTimeout(500);
      await page.goto(`http://${LAN}:${host.port}/some/where/`);
      await page.reload();
      await cards(page).nth(12).waitFor();
    });
  });

  test('embedded: pictures and playback, nothing stored, the whole page one click away', async () => {
    const elsewhere = `http://${LAN}:${host.port}/some/where/`;
    host.instead.set('/article.html', {
      type: 'text/html',
      body: `<h1>An article</h1><iframe src="${elsewhere}?embed&amp;theme=dark#p=hot-pool&amp;lanes=2" width="900" height="600"></iframe>`,
    });
    await withPage(`http://127.0.0.1:${host.port}/article.html`, async ({ page }) => {
      const frame = page.frameLocator('iframe');
      await frame.getByText('same result as one lane').waitFor();
      await frame.getByRole('img', { name: 'Timeline of the lanes' }).waitFor();
      await frame.getByRole('button', { name: 'To the start' }).click();
      await frame.getByRole('button', { name: 'Next event' }).click();
      expect(await frame.getByRole('button', { name: 'Add', exact: true }).count()).toBe(0);
      const whole = frame.getByRole('link', { name: 'Open in Lanewise' });
      expect(await whole.getAttribute('href')).toBe(`${elsewhere}#p=hot-pool&lanes=2`);
      // In somebody else's page there is no storage to begin with; nor is anything missed.
      const stored = await frame.locator('body').evaluate(async () => {
        try {
          return [localStorage.length, (await indexedDB.databases()).length];
        } catch {
          return 'forbidden';
        }
      });
      expect(stored === 'forbidden' || String(stored) === '0,0').toBe(true);
    });
    host.instead.clear();
  });

  test('the zip, unpacked and served by what lies in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanewise-zip-'));
    const { name, bytes } = createClassroomZip(BUILT);
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const server = spawn(process.execPath, [join(folder, name.replace('.zip', ''), 'serve.mjs'), '18080']);
    try {
      const port = await new Promise<string>((resolve, reject) => {
        server.stdout.on('data', (text: Buffer) => {
          const found = /localhost:(\d+)/.exec(String(text))?.[1];
          if (found) resolve(found);
        });
        server.on('exit', () => reject(new Error('the server ended')));
      });
      await withPage(`http://127.0.0.1:${port}/`, async ({ page }) => {
        await ready(page);
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
        const outside = await page.evaluate(() => fetch('/..%2fserve.mjs').then(({ status }) => status));
        expect(outside).toBe(404);
      });
    } finally {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
