import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright';

export interface ColdLoad {
  /** From the start of the navigation until the first run is drawn and checked, ms. */
  readonly firstPictureMs: number;
  /** Scripts of the page itself that came before it. What workers load isn't among them. */
  readonly scripts: readonly { readonly url: string; readonly gzipBytes: number; readonly text: string }[];
  readonly requests: readonly string[];
}

/** As text: a function would be compiled by whatever runs this file, and arrive with helpers that the page hasn't got. */
const MARK_FIRST_PICTURE = `
  const observer = new MutationObserver(() => {
    if (!document.body?.textContent.includes('same result as one lane')) return;
    observer.disconnect();
    // The first frame after this change has it on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first picture')));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
`;

/** Opens the page in a context that has never seen it, and waits for the example run. */
export async function coldLoad(context: BrowserContext, url: string): Promise<ColdLoad> {
  const page = await context.newPage();
  const requests: string[] = [];
  const scripts: Promise<ColdLoad['scripts'][number]>[] = [];
  let over = false;
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => {
    const address = response.url();
    if (over || !address.endsWith('.js') || address.includes('.worker')) return;
    scripts.push(
      response.text().then((text) => ({ url: address, gzipBytes: gzipSync(text, { level: 9 }).length, text })),
    );
  });
  await page.addInitScript({ content: MARK_FIRST_PICTURE });
  await page.goto(url);
  const firstPictureMs = await page
    .waitForFunction(() => performance.getEntriesByName('first picture')[0]?.startTime)
    .then((handle) => handle.jsonValue());
  over = true;
  const loaded = await Promise.all(scripts);
  await page.close();
  return { firstPictureMs: firstPictureMs ?? Number.NaN, scripts: loaded, requests };
}
