import { openInBrowser } from './open-in-browser.ts';
import { buildIfNeeded, serveBuiltApp } from './serve.ts';

/** `npm start`: builds the page if needed, serves it, and opens it in the user's browser where there is one. */
console.log('Building Lanewise …');
await buildIfNeeded();
const { url } = await serveBuiltApp({ port: Number(process.env.PORT ?? 4173) });
console.log(`Lanewise is at ${url}   (Ctrl+C ends it)`);
openInBrowser(url);
