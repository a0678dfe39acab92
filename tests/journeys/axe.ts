import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds serious or critical on the page, a line each: empty when all is well. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: source });
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }; // The script tag above put it there.
    const { violations } = await inPage.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')} (${help})`));
  });
}
