import { chromium } from 'playwright';
import { findBrowser } from '../scripts/find-browser.ts';
import { buildIfNeeded, serveBuiltApp } from '../scripts/serve.ts';
import { type ColdLoad, coldLoad } from '../tests/journeys/cold-load.ts';
import { type Bench, median } from './bench.ts';
import { browserAtRest } from './with-page.ts';

const ROUNDS = 5;

async function measure(): Promise<readonly ColdLoad[]> {
  await buildIfNeeded();
  const served = await serveBuiltApp();
  const { executablePath, args, env } = await findBrowser();
  const loads: ColdLoad[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      // A browser of its own each time: nothing is cached, neither files nor compiled code.
      const browser = await chromium.launch({ executablePath, args: [...args], ...(env && { env: { ...env } }) });
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await browserAtRest();
      loads.push(await coldLoad(context, served.url));
      await browser.close();
    }
  } finally {
    await served.close();
  }
  return loads;
}

let loads: Promise<readonly ColdLoad[]> | undefined;
const figure = (of: (load: ColdLoad) => number) => async (): Promise<number> => {
  loads ??= measure();
  return median((await loads).map(of));
};

export const benches: readonly Bench[] = [
  {
    name: 'Page: first picture of the example run after a cold load from localhost',
    unit: 'ms',
    goal: { op: '<=', value: 1000 },
    run: figure(({ firstPictureMs }) => firstPictureMs),
  },
  {
    name: 'Page: JavaScript before the first picture, gzip, without workers',
    unit: 'kB',
    goal: { op: '<=', value: 220 },
    run: figure(({ scripts }) => scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000),
  },
];
