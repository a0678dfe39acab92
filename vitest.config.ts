import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/find-browser.ts';
import { pagePackages } from './scripts/page-packages.ts';
import viteConfig, { ISOLATION_HEADERS } from './vite.config.ts';

/** Looking for a browser may download one: only where the project is wanted (`--project core` isn't such a case). */
const chosen = process.argv.flatMap((arg, i, all) =>
  arg === '--project' ? [all[i + 1] ?? ''] : arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [],
);
const browser = chosen.length === 0 || chosen.includes('browser') ? await findBrowser() : null;

const exclude = ['**/node_modules/**', '**/*.browser.test.*', '**/*.journey.test.*'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude,
          testTimeout: 120_000,
        },
      },
      {
        ...viteConfig,
        server: { headers: ISOLATION_HEADERS },
        optimizeDeps: {
          // Named one by one, so that what was bundled another day is used if it is all there, and only then.
          include: [...pagePackages('src'), 'axe-core', 'react/jsx-dev-runtime', 'react-dom/client'],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}', 'tests/browser/**/*.browser.test.{ts,tsx}'],
          testTimeout: 120_000,
          // One page at a time: the machine may have two cores, and a measured run wants both.
          fileParallelism: false,
          env: { LONG: process.env.LONG ?? '' },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1440, height: 900 },
            provider: playwright({
              launchOptions: browser
                ? {
                    executablePath: browser.executablePath,
                    args: [...browser.args],
                    ...(browser.env && { env: browser.env }),
                  }
                : {},
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.test.ts'],
          globalSetup: ['tests/journeys/serve-built-app.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
