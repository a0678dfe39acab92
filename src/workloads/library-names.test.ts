import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StorageLayout } from '../model/artifact.ts';
import type { Address, Hex } from '../model/ids.ts';
import { slotOf } from '../model/location.ts';
import { createNamer, encodePath } from '../model/naming/index.ts';
import { shapeOf, typeById } from '../model/naming/layout.ts';
import { LIBRARY } from './library.ts';
import { addressFromName } from './name-book.ts';

const NAMES = ['alice', 'bob', 'pool', 'USDC'];
const SELF = addressFromName('C');
const resolve = (name: string): Address | undefined => (NAMES.includes(name) ? addressFromName(name) : undefined);

/** Any path that leads to a value of this type. */
function anyPath(layout: StorageLayout, typeId: string, path: string): fc.Arbitrary<string> {
  const shape = shapeOf(layout, typeId);
  const stepInto = (key: fc.Arbitrary<string>, value: string) =>
    key.chain((text) => anyPath(layout, value, `${path}[${text}]`));
  switch (shape.kind) {
    case 'value':
    case 'bytes':
      return fc.constant(path);
    case 'struct':
      return fc.oneof(
        ...(typeById(layout, typeId).members ?? []).map((m) => anyPath(layout, m.type, `${path}.${m.label}`)),
      );
    case 'array':
      return stepInto(fc.bigInt(0n, shape.length - 1n).map(String), shape.base);
    case 'list':
      return fc.oneof(fc.constant(`${path}.length`), stepInto(fc.bigInt(0n, 1_000_000n).map(String), shape.base));
    case 'mapping': {
      const key = shapeOf(layout, shape.key);
      if (key.kind === 'bytes')
        return stepInto(
          fc.string().map((text) => JSON.stringify(text)),
          shape.value,
        );
      if (key.kind !== 'value') throw new Error(`a key of type ${shape.key}`);
      if (key.scalar === 'address') return stepInto(fc.constantFrom(...NAMES), shape.value);
      if (key.scalar === 'bool') return stepInto(fc.constantFrom('true', 'false'), shape.value);
      return stepInto(fc.bigInt(0n, 2n ** 96n - 1n).map(String), shape.value);
    }
  }
}

it.each(Object.values(LIBRARY).map(({ artifact }) => [artifact.name, artifact.storageLayout] as const))(
  '%s: name → slot → name is the identity, through what execution would record',
  (_name, layout) => {
    const paths = fc.oneof(...layout.storage.map((entry) => anyPath(layout, entry.type, entry.label)));
    fc.assert(
      fc.property(paths, (path) => {
        const preimages = new Map<Hex, Hex>();
        const place = encodePath(layout, path, resolve, (hash, preimage) => preimages.set(hash, preimage));
        const accounts = new Map(NAMES.map((name) => [addressFromName(name), name]));
        const namer = createNamer({ contracts: [{ address: SELF, name: 'C', layout }], accounts, preimages });
        const name = namer.location(slotOf(SELF, place.slot));
        if (name === `C.${path}`) return;
        // Variables that share the slot are joined, the first in full and the others without what they have in common;
        // a struct that fills just this slot goes by its own name.
        const [first = '', ...others] = name.slice(2).split('+');
        const parent = first.slice(0, first.lastIndexOf('.') + 1);
        const variable = path.slice(0, path.lastIndexOf('.'));
        expect([path, variable]).toContainEqual(
          expect.toSatisfy((way: string) => [first, ...others.map((other) => parent + other)].includes(way)),
        );
      }),
      { numRuns: process.env.LONG ? 1000 : 100 },
    );
  },
);
