import { spawn } from 'node:child_process';

/** Opens `url` in the user's browser where there is one. */
export function openInBrowser(url: string): void {
  const headless =
    process.env.CI || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
  if (headless) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? // The empty title keeps `start` from taking the address for one; `&` would begin another command.
          ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')]
        : ['xdg-open', url];
  // No browser to open is no reason to stop serving: the address is printed.
  spawn(command ?? '', args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
    .on('error', () => {})
    .unref();
}
