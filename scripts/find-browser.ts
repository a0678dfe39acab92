import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

const run = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** A Chromium that has been started once (`--version`), and what Playwright must be given to launch it. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Where it came from, for the user. */
  readonly source: string;
  readonly version: string;
  readonly args: readonly string[];
  /** Whole environment of the browser process; only set where the browser needs more than ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Tests load only our own pages from localhost and often run as root in a container, where Chromium's sandbox can't
 * start; the other switches keep the browser from calling home and from throttling a page that is in the background.
 */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * A browser for the tests, the first of these that starts: `CHROME_BIN`; a Chromium or Chrome of the system;
 * Playwright's own, from its cache or downloaded; the Chromium in the npm package @sparticuz/chromium (Linux x64).
 * Throws an Error that tells for each why not and what to do.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const failures: string[] = [];
  for (const [source, find] of CANDIDATES) {
    try {
      const found = await find();
      if (!found) {
        failures.push(`${source}: none`);
        continue;
      }
      const env = found.env && definedEnv(found.env);
      const { stdout } = await run(found.executablePath, ['--version'], { timeout: 30_000, env: env ?? process.env });
      return {
        executablePath: found.executablePath,
        source,
        version: stdout.trim(),
        args: ARGS,
        ...(env && { env }),
      };
    } catch (error) {
      if (source === 'CHROME_BIN')
        throw new Error(`CHROME_BIN=${process.env.CHROME_BIN} doesn't start`, { cause: error });
      failures.push(`${source}: ${error instanceof Error ? firstLine(error.message) : String(error)}`);
    }
  }
  throw new Error(
    `No browser found for the browser tests. Tried in this order:\n${failures.map((line) => `  - ${line}`).join('\n')}\n` +
      'Install Chromium or Chrome, or name an executable: CHROME_BIN=/path/to/chrome npm test',
  );
}

interface Candidate {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Each may be asked for alone, to prove that it works: `BROWSER_SOURCE=package`. */
const CANDIDATES = (
  [
    ['CHROME_BIN', 'env', async () => fromPath(process.env.CHROME_BIN)],
    ['system Chromium or Chrome', 'system', async () => fromPath(systemBrowser())],
    ["Playwright's browser", 'playwright', playwrightBrowser],
    ['npm package @sparticuz/chromium', 'package', packagedBrowser],
  ] as const
)
  .filter(([, id]) => !process.env.BROWSER_SOURCE || process.env.BROWSER_SOURCE === id)
  .map(([source, , find]) => [source, find] as const);

function fromPath(path: string | undefined): Candidate | undefined {
  return path ? { executablePath: path } : undefined;
}

function systemBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.filter((folder) => folder !== undefined).map((f) => join(f, 'Google/Chrome/Application/chrome.exe')),
  ].find((path) => existsSync(path));
}

/** Downloading gets five minutes: the archive has about 180 MB. A machine without network fails within seconds. */
async function playwrightBrowser(): Promise<Candidate | undefined> {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    console.error('No browser on this machine yet: downloading Chromium with Playwright …');
    const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js');
    await run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { timeout: 300_000 });
  }
  return existsSync(path) ? { executablePath: path } : undefined;
}

/**
 * The package unpacks into the temporary folder and sets up its libraries only where it takes the machine for AWS
 * Lambda. So that neither touches our own process, a child does it, into a folder of the project, which is moved into
 * place when it is complete.
 */
async function packagedBrowser(): Promise<Candidate | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const home = join(root, '.browser', `chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) {
    const unpacking = join(root, '.browser', `unpacking-${process.pid}`);
    await mkdir(unpacking, { recursive: true });
    try {
      const script = `await (await import('@sparticuz/chromium')).default.executablePath();`;
      await run(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: root,
        timeout: 120_000,
        env: { ...process.env, ...LAMBDA, TMPDIR: unpacking },
      });
      // The package's own file looks for fonts in /tmp only.
      await writeFile(join(unpacking, 'fonts', 'fonts.conf'), fontsConf(join(home, 'fonts')));
      await rename(unpacking, home).catch((error: unknown) => {
        // Another process was faster: its folder is as good as ours.
        if (!existsSync(join(home, 'chromium'))) throw error;
      });
    } finally {
      await rm(unpacking, { recursive: true, force: true });
    }
  }
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(home, 'chromium'),
    env: { ...LAMBDA, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

/** Any nodejs20.x value makes the package bring its own shared libraries. */
const LAMBDA = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}

function definedEnv(more: Readonly<Record<string, string>>): Record<string, string> {
  const ours = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(ours), ...more };
}

function firstLine(text: string): string {
  return text.trim().split('\n').slice(0, 2).join(' ');
}
