import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Plugin, type PreviewServer, preview } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The built page. */
export const BUILT = join(root, 'dist');

/** What a build is made from. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'scripts/offline-plugin.ts', 'package-lock.json'];

export interface Served {
  readonly url: string;
  readonly server: PreviewServer['httpServer'];
  close(): Promise<void>;
}

/** Builds the page unless `dist` is newer than all it is made from. */
export async function buildIfNeeded(): Promise<void> {
  const built = join(BUILT, 'index.html');
  const newest = Math.max(...SOURCES.map((name) => lastChange(join(root, name))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  // In a process of its own: under a test runner this one's NODE_ENV would put React's development build into the page.
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env });
}

export interface ServeOptions {
  /** Without one any free port is taken. */
  readonly port?: number;
  /** `0.0.0.0` for everybody in the network; else this machine alone. */
  readonly host?: string;
  readonly plugins?: readonly Plugin[];
}

/** Serves the built page with cross-origin isolation. */
export async function serveBuiltApp({ port, host, plugins }: ServeOptions = {}): Promise<Served> {
  const server = await preview({
    root,
    logLevel: 'warn',
    plugins: [...(plugins ?? [])],
    preview: {
      port: port ?? freePort(),
      strictPort: false,
      host: host ?? '127.0.0.1',
      // A name under which the network knows this machine is as good as its address.
      ...(host !== undefined && { allowedHosts: true }),
    },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the server has no local address');
  return { url, server: server.httpServer, close: () => server.close() };
}

/** Vite takes 0 for its default port; from a random start it goes up until one is free. */
function freePort(): number {
  return 20_000 + Math.floor(Math.random() * 20_000);
}

function lastChange(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
