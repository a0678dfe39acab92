import { afterAll, expect, inject, test } from 'vitest';
import { coldLoad } from './cold-load.ts';
import { closeBrowser, launchBrowser } from './open-page.ts';

afterAll(closeBrowser);

test('before the first picture the page loads little, only from its own host, and no EVM', async () => {
  const context = await (await launchBrowser()).newContext();
  const { scripts, requests } = await coldLoad(context, inject('appUrl'));
  await context.close();

  const kilobytes = scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;
  expect(kilobytes).toBeGreaterThan(50);
  expect(kilobytes, scripts.map(({ url, gzipBytes }) => `${gzipBytes} ${url}`).join('\n')).toBeLessThanOrEqual(220);
  // A file for all that is needed at once; whatever else comes by then has been asked for early, and is little.
  expect(scripts.length, scripts.map(({ url }) => url).join('\n')).toBeLessThanOrEqual(8);
  // An option of the library's runTx: wherever it is, the EVM is.
  expect(scripts.filter(({ text }) => text.includes('skipHardForkValidation'))).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(inject('appUrl')) && !url.startsWith('data:'))).toEqual([]);
});

test('the page is cross-origin isolated', async () => {
  const context = await (await launchBrowser()).newContext();
  const page = await context.newPage();
  await page.goto(inject('appUrl'));
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await context.close();
});
