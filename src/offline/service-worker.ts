/*
 * Keeps the whole page on this machine: after one visit it works without a network. It also adds the headers that make a page
 * cross-origin isolated, for hosts that can't be told to send them. Built by itself to `sw.js` beside index.html; imports nothing.
 *
 * A version is all its files together. A new one is fetched while the old one goes on serving, and takes over when the page
 * says so: never in the middle of something.
 */

/** What a service worker has around it. TypeScript's libraries for pages and for workers can't be had in one program. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', handle: (event: ExtendableEvent) => void): void;
  addEventListener(kind: 'fetch', handle: (event: FetchEvent) => void): void;
  addEventListener(kind: 'message', handle: (event: MessageEvent) => void): void;
}
interface ExtendableEvent {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

// `self` is a window to TypeScript; see above.
const worker = self as unknown as WorkerScope;

/** Written in by the build: every file of the page but this one, and a hash of them all. */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;
const FILES: readonly string[] = __FILES__;
const VERSION: string = __VERSION__;

const PAGE = 'index.html';
const scope = new URL(worker.registration.scope);
/** Several copies of the page may live in folders of one host. */
const PREFIX = `lanewise ${scope.pathname} `;
const CACHE = PREFIX + VERSION;
/** The version before is kept: another tab may still show it, and fetch more of it. */
const KEPT_VERSIONS = 2;
/**
 * A server on this very machine is asked first: it is as near as the cache, the files may be new at every visit, and something
 * else may have its port tomorrow.
 */
const near = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(scope.hostname);

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(answer(event.request, file));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  // Names of assets have their hash in them, so that the browser's own cache can be trusted with those and with no others.
  await cache.addAll(
    FILES.map((file) => new Request(file, { cache: file.startsWith('assets/') ? 'default' : 'reload' })),
  );
  if (near) await worker.skipWaiting();
}

async function activate(): Promise<void> {
  // In the order in which they were made.
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const old of versions.slice(0, -KEPT_VERSIONS)) await caches.delete(old);
  await worker.clients.claim();
}

/** The page's file that a request is for, or null: everything else goes its way as if there were no worker. */
function fileOf(request: Request): string | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const path = decodeURIComponent(url.pathname.slice(scope.pathname.length)) || PAGE;
  // Also files of the version before.
  return FILES.includes(path) || path.startsWith('assets/') ? path : null;
}

async function answer(request: Request, file: string): Promise<Response> {
  if (near) {
    const fresh = await fetch(request).catch(() => null);
    if (fresh?.ok) return isolated(fresh);
  }
  const kept = (await (await caches.open(CACHE)).match(file)) ?? (await caches.match(new URL(file, scope).href));
  return isolated(kept ?? (await fetch(request)));
}

/** The same response with the headers of cross-origin isolation. All that the page loads is its own. */
function isolated(response: Response): Response {
  // A redirection, or an answer that may not be looked into.
  if (response.status === 0 || response.redirected) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
