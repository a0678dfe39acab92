// Serves the folder it lies in: node serve.mjs [port]
// Needs Node 18 or newer and nothing else; no network but the one in the room.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), 'app');
const first = Number(process.argv[2] ?? 8080);

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Of cross-origin isolation: measured runs then share memory between workers (on this machine, and over https). */
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-cache',
};

/** The file that an address stands for, or null: nothing outside of the folder, and no folder but the first. */
function fileOf(address) {
  try {
    const path = decodeURIComponent(new URL(address, 'http://here').pathname);
    const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

const server = createServer((request, response) => {
  const file = request.method === 'GET' || request.method === 'HEAD' ? fileOf(request.url ?? '/') : null;
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such file here.\n');
    return;
  }
  response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
});

let port = first;
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE' || port >= first + 20) throw error;
  port++;
  server.listen(port);
});
server.on('listening', () => {
  console.log(`Lanewise on this machine:   http://localhost:${port}/`);
  for (const { address } of lanAddresses()) console.log(`and for others in the room: http://${address}:${port}/`);
  console.log('Ctrl+C ends it.');
});
server.listen(port);

function lanAddresses() {
  return Object.values(networkInterfaces())
    .flat()
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
}
