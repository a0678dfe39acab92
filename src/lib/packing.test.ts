import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from './packing.ts';

const anyData = fc.letrec((self) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(undefined, null, true, false, -0, Number.NaN, Infinity, 2 ** 27 - 1, 2 ** 27, -(2 ** 27), 2 ** 31),
    fc.integer(),
    fc.double(),
    fc.bigInt(),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.array(self('data')),
    fc.array(fc.tuple(fc.string({ maxLength: 3 }), self('data'))).map((entries) => new Map(entries)),
    fc.dictionary(
      fc.string({ maxLength: 3 }).filter((key) => key !== '__proto__'),
      self('data'),
      { noNullPrototype: true },
    ),
  ),
})).data;

describe('what was packed', () => {
  test('comes out as by structured clone', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        expect(unpack(structuredClone(pack(data)))).toStrictEqual(structuredClone(data));
      }),
      { numRuns: 1_000 },
    );
  });

  test('needs both sides to know the same strings, which then don’t cross', () => {
    const code = 'a long piece of code';
    const packed = pack({ code, name: 'token' }, [code]);
    expect(packed.texts).toEqual(['token']);
    expect(unpack(packed, [code])).toEqual({ code, name: 'token' });
  });

  test('is one object where it was one, also within itself', () => {
    const version = { tx: 1 };
    const list: unknown[] = [version, { of: version }, new Map([['key', version]])];
    list.push(list);
    const back = unpack(pack(list)) as [object, { of: object }, Map<string, object>, unknown];
    expect(back[1].of).toBe(back[0]);
    expect(back[2].get('key')).toBe(back[0]);
    expect(back[3]).toBe(back);
  });

  test('holds each string, bigint and set of names once', () => {
    const { texts, bigints, shapes } = pack(Array.from({ length: 9 }, () => ({ kind: 'read', value: 7n })));
    expect({ texts, bigints, shapes }).toEqual({ texts: ['read'], bigints: [7n], shapes: [['kind', 'value']] });
  });
});

test.each([
  ['a function', () => {}, "a function can't cross to another thread"],
  ['a symbol', Symbol('any'), "a symbol can't cross to another thread"],
  ['an instance of a class', { since: new Date(0) }, 'only plain objects can be packed, no Date'],
  ['a typed array', [new Uint8Array(2)], 'only plain objects can be packed, no Uint8Array'],
  [
    'an object without a prototype',
    Object.create(null),
    'only plain objects can be packed, no object without a prototype',
  ],
  ['a name that would be a prototype', JSON.parse('{"__proto__": 1}'), "a property named __proto__ can't be packed"],
])('%s is refused', (_, value, message) => {
  expect(() => pack(value)).toThrow(new TypeError(message));
});

test('what isn’t packed data is refused', () => {
  const packed = { ...pack(1), words: Int32Array.of(15) };
  expect(() => unpack(packed)).toThrow(new RangeError("word 0 of what was packed can't be read: 15"));
});
