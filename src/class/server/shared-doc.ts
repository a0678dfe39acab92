import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
  writeSyncStep1,
  writeUpdate,
} from 'y-protocols/sync';
import { readSyncStep1 } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { CloseReason } from '../close-code.ts';

/** What a connection is to a shared document. */
export interface Peer {
  send(message: Uint8Array): void;
  close(reason: CloseReason): void;
}

/** y-websocket's kinds of messages. */
const SYNC = 0;
const AWARENESS = 1;

/** y-websocket asks once a connection for all that it hasn't got. */
const MOST_SYNCS = 10;

/** An awareness update about nobody: y-websocket gives up a connection on which nothing came for 30 s. */
export const HEARTBEAT = new Uint8Array([AWARENESS, 1, 0]);

/**
 * One Yjs document kept in memory and shared over connections, in y-websocket's protocol by y-protocols' own functions. The difference
 * to the server that y-websocket comes with is who may write: what a reader sends is never applied, whatever it is.
 * Presence is known from the connections themselves, so that awareness messages, which anybody could forge, go no further.
 */
export interface SharedDoc {
  readonly doc: Y.Doc;
  readonly peers: number;
  join(peer: Peer, access: 'read' | 'write'): void;
  leave(peer: Peer): void;
  /** A message of somebody who has joined. What is no message of the protocol, forged or too much ends that connection. */
  receive(peer: Peer, message: Uint8Array): void;
  /** Takes it out of memory; connections are left to their owner. */
  destroy(): void;
}

export interface SharedDocOptions {
  /** Bytes that the document may take. Whoever makes it larger is put out. */
  readonly limit: number;
}

export function createSharedDoc({ limit }: SharedDocOptions): SharedDoc {
  const doc = new Y.Doc({ gc: true });
  const peers = new Map<Peer, { readonly access: 'read' | 'write'; syncs: number }>();
  /** At least the size of the document, in bytes. */
  let size = 0;

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    const message = toMessage((encoder) => writeUpdate(encoder, update));
    for (const peer of [...peers.keys()]) if (peer !== origin) peer.send(message);
  });

  const apply = (peer: Peer, update: Uint8Array): void => {
    Y.applyUpdate(doc, update, peer);
    size += update.length;
    // Most of what was received is replaced by now: what is left is measured only when it may be too much.
    if (size > limit) size = Y.encodeStateAsUpdate(doc).length;
    if (size > limit) peer.close('tooLarge');
  };

  return {
    doc,
    get peers() {
      return peers.size;
    },
    join(peer, access) {
      peers.set(peer, { access, syncs: 0 });
      // Asks for what the other has. A reader has nothing that is wanted.
      if (access === 'write') peer.send(toMessage((encoder) => writeSyncStep1(encoder, doc)));
    },
    leave(peer) {
      peers.delete(peer);
    },
    receive(peer, message) {
      const joined = peers.get(peer);
      if (!joined) return;
      try {
        const decoder = decoding.createDecoder(message);
        const kind = decoding.readVarUint(decoder);
        if (kind === AWARENESS) return;
        if (kind !== SYNC) return peer.close('garbage');
        const step = decoding.readVarUint(decoder);
        if (step === messageYjsSyncStep1) {
          // A few bytes are answered with the whole document.
          if (++joined.syncs > MOST_SYNCS) return peer.close('flood');
          peer.send(toMessage((encoder) => readSyncStep1(decoder, encoder, doc)));
        } else if (step === messageYjsSyncStep2 || step === messageYjsUpdate) {
          const update = decoding.readVarUint8Array(decoder);
          if (joined.access === 'write') apply(peer, update);
          else peer.close('readOnly');
        } else {
          peer.close('garbage');
        }
      } catch {
        // Whatever the decoders stumble over: they are written for friends.
        peer.close('garbage');
      }
    },
    destroy() {
      peers.clear();
      doc.destroy();
    },
  };
}

function toMessage(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
