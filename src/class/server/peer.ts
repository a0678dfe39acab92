import type { WebSocket } from 'ws';
import { CLOSE, type CloseReason } from '../close-code.ts';
import { LIMITS } from '../limits.ts';
import { createTokenBucket } from '../token-bucket.ts';
import { HEARTBEAT, type Peer } from './shared-doc.ts';

/** Often enough for y-websocket's 30 s of silence; who has gone without a word is noticed within two of it. */
const HEARTBEAT_MS = 5_000;

interface Rate {
  readonly burst: { readonly messages: number; readonly bytes: number };
  readonly perSecond: { readonly messages: number; readonly bytes: number };
}

/**
 * A WebSocket as a peer of shared documents: what comes too fast or isn't binary ends it, what waits too long to be sent too, and so does
 * silence. `onMessage` gets what is left.
 */
export function createPeer(
  socket: WebSocket,
  rate: Rate,
  now: () => number,
  handlers: {
    readonly onMessage: (message: Uint8Array) => void;
    readonly onGone: (reason: CloseReason | null) => void;
  },
): Peer {
  const messages = createTokenBucket(rate.burst.messages, rate.perSecond.messages);
  const bytes = createTokenBucket(rate.burst.bytes, rate.perSecond.bytes);
  let reason: CloseReason | null = null;
  let gone = false;
  let answered = true;

  const end = (): void => {
    if (gone) return;
    gone = true;
    clearInterval(heartbeat);
    handlers.onGone(reason);
  };
  const close = (why: CloseReason): void => {
    if (gone) return;
    reason = why;
    socket.close(CLOSE[why], why);
    // Nothing more is read from it, and nobody waits for it to agree.
    end();
    const hangUp = setTimeout(() => socket.terminate(), 1_000);
    socket.once('close', () => clearTimeout(hangUp));
  };
  const send = (message: Uint8Array): void => {
    if (gone || socket.readyState !== socket.OPEN) return;
    // A page that fell behind catches up by coming again.
    if (socket.bufferedAmount > LIMITS.backlog) socket.terminate();
    else socket.send(message);
  };
  const heartbeat = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
    send(HEARTBEAT);
  }, HEARTBEAT_MS);

  socket.on('pong', () => {
    answered = true;
  });
  socket.on('message', (data, isBinary) => {
    if (gone) return;
    const message = toBytes(data);
    const at = now();
    if (!messages.take(1, at) || !bytes.take(message.length, at)) return close('flood');
    if (!isBinary) return close('garbage');
    handlers.onMessage(message);
  });
  // A frame that breaks the rules of WebSocket, or is too large, ends the connection; `close` follows.
  socket.on('error', () => {});
  socket.on('close', end);

  return { send, close };
}

function toBytes(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
