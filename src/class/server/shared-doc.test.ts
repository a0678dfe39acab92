import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CloseReason } from '../close-code.ts';
import { readHand } from '../hand.ts';
import { createSharedDoc, type Peer } from './shared-doc.ts';

/** A peer that keeps what it is told. */
function createTestPeer(): Peer & { readonly sent: Uint8Array[]; closed: CloseReason | null } {
  return {
    sent: [],
    closed: null,
    send(message) {
      this.sent.push(message);
    },
    close(reason) {
      this.closed ??= reason;
    },
  };
}

/** As y-websocket sends an update of a document. */
function updateMessage(fill: (map: Y.Map<unknown>) => void): Uint8Array {
  const doc = new Y.Doc();
  fill(doc.getMap('hand'));
  const update = Y.encodeStateAsUpdate(doc);
  // Kind, step, and the length as a variable-length number.
  const length = update.length < 128 ? [update.length] : [(update.length & 127) | 128, update.length >> 7];
  return new Uint8Array([0, 2, ...length, ...update]);
}

test('an update of a writer is applied and passed on to the others', () => {
  const shared = createSharedDoc({ limit: 1_000 });
  const [writer, reader] = [createTestPeer(), createTestPeer()];
  shared.join(writer, 'write');
  shared.join(reader, 'read');
  shared.receive(
    writer,
    updateMessage((map) => map.set('name', 'Ada')),
  );
  expect(readHand(shared.doc).name).toBe('Ada');
  expect([writer.closed, reader.closed, reader.sent.length]).toEqual([null, null, 1]);
});

test('who asks for the whole document again and again is put out', () => {
  const shared = createSharedDoc({ limit: 1_000 });
  const peer = createTestPeer();
  shared.join(peer, 'read');
  for (let i = 0; i < 10; i++) shared.receive(peer, new Uint8Array([0, 0, 1, 0]));
  expect([peer.closed, peer.sent.length]).toEqual([null, 10]);
  shared.receive(peer, new Uint8Array([0, 0, 1, 0]));
  expect([peer.closed, peer.sent.length]).toEqual(['flood', 10]);
});

test('whatever is sent, nothing is thrown, and a reader changes nothing', () => {
  const honest = updateMessage((map) => {
    map.set('name', 'Ada');
    map.set('place', { kind: 'lesson', id: 'l', title: 'T', step: 1, steps: 2, following: false });
    map.set('deep', new Y.Map([['list', Y.Array.from([1, 'two', { three: [3] }])]]));
    map.delete('name');
  });
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    // An honest message with some bytes changed: it gets further than noise does.
    fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((changes) => {
      const message = honest.slice();
      for (const [at, byte] of changes) message[at] = byte;
      return message;
    }),
    fc.nat(honest.length).map((length) => honest.slice(0, length)),
  );
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (messages) => {
      const shared = createSharedDoc({ limit: 10_000 });
      const [writer, reader] = [createTestPeer(), createTestPeer()];
      shared.join(writer, 'write');
      for (const message of messages) shared.receive(writer, message);
      readHand(shared.doc);
      // Not the document as an update: of some that are broken Yjs can't make one.
      const before = Y.encodeStateVector(shared.doc);
      shared.join(reader, 'read');
      for (const message of messages) shared.receive(reader, message);
      expect(Y.encodeStateVector(shared.doc)).toEqual(before);
      shared.destroy();
    }),
    { numRuns: process.env.LONG ? 20_000 : 1_500 },
  );
});
