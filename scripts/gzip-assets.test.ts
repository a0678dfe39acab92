import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gzipAssets } from './gzip-assets.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const folder = mkdtempSync(join(tmpdir(), 'lanewise-gzip-'));
const TEXT = 'export const lanes = 4;\n'.repeat(500);
let middleware: Middleware;
const listener: RequestListener = (request, response) =>
  middleware(request, response, () => response.writeHead(404).end('passed on'));
const server = createServer(listener);

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'app-1.js'), TEXT);
  writeFileSync(join(folder, 'secret.js'), 'no');
  const { configurePreviewServer } = gzipAssets(folder);
  if (typeof configurePreviewServer !== 'function') throw new Error('expected a hook for the server');
  const use = (each: Middleware): void => {
    middleware = each;
  };
  // Of the server it uses only this.
  const part = { middlewares: { use } } as unknown as PreviewServer;
  void configurePreviewServer.call({} as ThisParameterType<typeof configurePreviewServer>, part);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, encoding = 'gzip, br'): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers: { 'accept-encoding': encoding },
  });

test('a script goes out packed, isolated, and to be kept', async () => {
  for (let i = 0; i < 2; i++) {
    const response = await get('/assets/app-1.js');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript',
      'cross-origin-embedder-policy': 'require-corp',
    });
    expect(Number(response.headers.get('content-length'))).toBeLessThan(TEXT.length / 10);
    expect(await response.text()).toBe(TEXT);
  }
});

test.each([
  ['/assets/none.js', 'gzip'],
  ['/assets/..%2fsecret.js', 'gzip'],
  ['/assets/../secret.js', 'gzip'],
  ['/assets/app-1.js', 'identity'],
  ['/index.html', 'gzip'],
])('%s with %s is left to the server', async (path, encoding) => {
  expect(await (await get(path, encoding)).text()).toBe('passed on');
});
