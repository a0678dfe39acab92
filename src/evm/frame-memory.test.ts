import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameMemory } from './frame-memory.ts';

/** Memory as the yellow paper has it: zero wherever nothing was written. */
class Plain {
  readonly #bytes = new Map<number, number>();
  write(offset: number, bytes: readonly number[]): void {
    for (const [i, byte] of bytes.entries()) this.#bytes.set(offset + i, byte);
  }
  read(offset: number, size: number): number[] {
    return Array.from({ length: size }, (_, i) => this.#bytes.get(offset + i) ?? 0);
  }
}

const offsets = fc.nat(10_000);
const operation = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), offset: offsets, bytes: fc.uint8Array({ maxLength: 200 }) }),
  fc.record({
    kind: fc.constant('word' as const),
    offset: offsets,
    word: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  }),
  fc.record({ kind: fc.constant('byte' as const), offset: offsets, byte: fc.nat(255) }),
  fc.record({
    kind: fc.constant('copy' as const),
    offset: offsets,
    source: fc.uint8Array({ maxLength: 200 }),
    from: fc.nat(250),
    size: fc.nat(250),
  }),
  fc.record({ kind: fc.constant('read' as const), offset: offsets, size: fc.nat(300) }),
);

function wordBytes(word: bigint): number[] {
  return Array.from({ length: 32 }, (_, i) => Number((word >> BigInt(8 * (31 - i))) & 0xffn));
}

test('what is read is what was written, and zero elsewhere; a new frame finds nothing of the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(operation, { maxLength: 12 }), { maxLength: 4 }), (frames) => {
      const memory = new FrameMemory();
      for (const operations of frames) {
        memory.clear();
        const plain = new Plain();
        for (const op of operations) {
          switch (op.kind) {
            case 'write':
              memory.write(op.offset, op.bytes.length, op.bytes);
              plain.write(op.offset, [...op.bytes]);
              break;
            case 'word':
              memory.writeWord(op.offset, op.word);
              plain.write(op.offset, wordBytes(op.word));
              expect(memory.readWord(op.offset)).toBe(op.word);
              break;
            case 'byte':
              memory.writeByte(op.offset, op.byte);
              plain.write(op.offset, [op.byte]);
              break;
            case 'copy':
              memory.copy(op.offset, op.source, op.from, op.size);
              plain.write(
                op.offset,
                Array.from({ length: op.size }, (_, i) => op.source[op.from + i] ?? 0),
              );
              break;
            case 'read':
              expect([...memory.read(op.offset, op.size)]).toEqual(plain.read(op.offset, op.size));
          }
        }
        expect([...memory.read(0, 11_000, true)]).toEqual(plain.read(0, 11_000));
      }
    }),
    { numRuns: 60 },
  );
});

test('a copy stays as it is when the memory is written again; a view doesn’t', () => {
  const memory = new FrameMemory();
  memory.writeByte(3, 7);
  const [copy, view] = [memory.read(0, 8), memory.read(0, 8, true)];
  memory.writeByte(3, 9);
  expect([copy[3], view[3]]).toEqual([7, 9]);
});

test('one frame that needed much doesn’t keep it for all that follow', () => {
  const memory = new FrameMemory();
  memory.writeByte(3_000_000, 1);
  expect(memory._store.length).toBeGreaterThan(3_000_000);
  memory.clear();
  expect(memory._store.length).toBeLessThan(10_000);
  expect(memory.read(3_000_000, 1)[0]).toBe(0);
});

test('the size that is announced must be that of the bytes', () => {
  expect(() => new FrameMemory().write(0, 4, Uint8Array.of(1))).toThrow('expected 4 bytes to write, got 1');
});
