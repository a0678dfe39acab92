import { spawn } from 'node:child_process';
import { buildIfNeeded, serveBuiltApp } from './serve.ts';

/** `npm start`: builds the page if needed, serves it, and opens it in the user's browser where there is one. */
console.log('Building Lanewise …');
await buildIfNeeded();
const { url } = await serveBuiltApp(Number(process.env.PORT ?? 4173));
console.log(`Lanewise is at ${url}   (Ctrl+C ends it)`);

const headless =
  process.env.CI || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
if (!headless) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', url]
        : ['xdg-open', url];
  // No browser to open is no reason to stop serving: the address is printed.
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
