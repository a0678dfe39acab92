import { renderUnicodeCompact } from 'uqr';
import { openInBrowser } from './open-in-browser.ts';
import { buildIfNeeded } from './serve.ts';
import { serveClass } from './serve-class.ts';

/** `npm run class`: the page for everybody in this network, and a room to meet in. Ctrl+C ends both; nothing of the room is kept. */
console.log('Building Lanewise …');
await buildIfNeeded();
const { room, instructorUrl, urls, close } = await serveClass({
  port: Number(process.env.PORT ?? 4180),
  onPutOut: (reason, address) => console.log(`Put out: somebody at ${address} (${reason})`),
});
const [first = '', ...others] = urls;

console.log(`
The class is open. Room code: ${room.code}

  Participants   ${first}
${others.map((url) => `            or   ${url}\n`).join('')}
${renderUnicodeCompact(first)}

  Instructor     ${instructorUrl}
                 This address has the key in it: whoever has it leads. Keep it off the projector and to yourself.

If nobody gets through: both machines in the same network? Does this machine's firewall let Node accept connections?
Ctrl+C ends the class. Nothing of the room is stored.
`);
openInBrowser(instructorUrl);

let ending = false;
void room.closed.then(() => {
  console.log('The room is closed; nothing of it was kept.');
  if (!ending) console.log('The page is still served until Ctrl+C.');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    ending = true;
    void close().then(() => process.exit(0));
  });
}
