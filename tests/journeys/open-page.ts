import { chromium, type Browser, type Page } from 'playwright';
import { inject } from 'vitest';

export interface OpenedPage {
  readonly page: Page;
  /** Everything that went wrong in the page: exceptions, console errors, failed requests. */
  readonly errors: string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly hasTouch?: boolean;
}

let browser: Promise<Browser> | undefined;

/** The one browser of a test file; `closeBrowser` belongs in its `afterAll`. */
export function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = inject('browser');
  browser ??= chromium.launch({ executablePath, args: [...args], ...(env && { env: { ...env } }) });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Opens the built app in a browser profile of its own, as a new user has it. */
export async function openApp(options: PageOptions = {}, hash = ''): Promise<OpenedPage> {
  const context = await (await launchBrowser()).newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    // Keeping the page for offline use fetches all of it, behind the back of whatever is tested.
    serviceWorkers: 'block',
    hasTouch: options.hasTouch ?? false,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('requestfailed', (request) => errors.push(`${request.url()}: ${request.failure()?.errorText}`));
  await page.goto(inject('appUrl') + hash);
  return { page, errors, close: () => context.close() };
}
