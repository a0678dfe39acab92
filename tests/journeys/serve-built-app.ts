import type { TestProject } from 'vitest/node';
import { findBrowser, type FoundBrowser } from '../../scripts/find-browser.ts';
import { buildIfNeeded, serveBuiltApp } from '../../scripts/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    appUrl: string;
    browser: FoundBrowser;
  }
}

/** Once for all journeys: the page as users get it, built and served with cross-origin isolation. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const browser = await findBrowser();
  await buildIfNeeded();
  const served = await serveBuiltApp();
  provide('appUrl', served.url);
  provide('browser', browser);
  return () => served.close();
}
