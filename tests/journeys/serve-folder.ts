import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface FolderServer {
  readonly port: number;
  /** What was asked for since it began, by path. */
  readonly requests: string[];
  /** Other content under a path, in place of the folder's. */
  readonly instead: Map<string, { readonly type: string; readonly body: string }>;
  close(): Promise<void>;
}

/** A host that knows nothing of the page: static files under `path`, and no headers but their type. */
export async function serveFolder(folder: string, path = '/'): Promise<FolderServer> {
  const requests: string[] = [];
  const instead: FolderServer['instead'] = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    requests.push(pathname);
    const other = instead.get(pathname);
    if (other) {
      response.writeHead(200, { 'Content-Type': other.type }).end(other.body);
      return;
    }
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '';
    const file = join(folder, name);
    if (name === '' || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    instead,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
