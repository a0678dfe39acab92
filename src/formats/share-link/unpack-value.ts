import type { Budget } from './budget.ts';
import {
  at,
  columnName,
  type Json,
  KIND,
  MAX_KEYS,
  MAX_POWER,
  type Name,
  packIndex,
  type Primer,
  ROOT,
  VALUE_KINDS,
  within,
} from './columns.ts';
import { linkError } from './link-error.ts';
import { learnTypical } from './pack-value.ts';
import { createSymbolReader, type SymbolStream } from './symbol-stream.ts';

/** No scenario nests deeper than a dozen. */
const MAX_DEPTH = 40;

/** The value back from its bytes. Throws a FormatError for bytes that are none, or that stand for more than the budget has. */
export function unpackValue(bytes: Uint8Array, primer: Primer, budget: Budget): Json {
  const { model, table } = learnTypical(primer);
  const input = createSymbolReader(bytes, model);
  const [value = null] = unpackColumn(1, ROOT, { input, table: [...table.keys()], budget, depth: 0 });
  return value;
}

interface Unpacking {
  readonly input: SymbolStream;
  readonly table: string[];
  readonly budget: Budget;
  readonly depth: number;
}

function unpackColumn(count: number, name: Name, outer: Unpacking): Json[] {
  if (count === 0) return [];
  const from = { ...outer, depth: outer.depth + 1 };
  if (from.depth > MAX_DEPTH) throw linkError(`at most ${MAX_DEPTH} levels of nesting`, 'more');
  const { input, budget } = from;
  budget.spend(count);
  const kind = input.symbol(at('kind', name), 0);
  switch (kind) {
    case KIND.same: {
      const [value = null] = unpackColumn(1, name, from);
      if (typeof value === 'object' && value !== null) throw linkError('a plain value', 'a list or an object');
      if (typeof value === 'string') budget.spend(count * value.length);
      return repeat(count, () => value);
    }
    case KIND.mixed:
      return unpackMixed(count, name, from);
    case KIND.steps: {
      let value = 0;
      return repeat(count, () => {
        const step = input.integer(at('step', name), 0, 2 ** 42);
        value += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
        return value;
      });
    }
    default:
      return unpackKind(kind, count, name, from);
  }
}

function unpackKind(kind: number, count: number, name: Name, from: Unpacking): Json[] {
  const { input } = from;
  switch (kind) {
    case KIND.null:
      return repeat(count, () => null);
    case KIND.boolean:
      return repeat(count, () => input.symbol(at('boolean', name), 0) === 1);
    case KIND.integer:
      return repeat(count, () => input.integer(at('integer', name), 0));
    case KIND.float:
      return repeat(count, () => input.float(0));
    case KIND.decimal:
      return unpackDecimals(count, name, from);
    case KIND.hex:
      return unpackLengths(count, name, from).map((length) => {
        const bytes = repeat(length, () => input.symbol(at('hex', name), 0).toString(16).padStart(2, '0'));
        return `0x${bytes.join('')}`;
      });
    case KIND.text:
      return repeat(count, () => unpackText(name, from));
    case KIND.list: {
      const sizes = unpackLengths(count, name, from);
      const all = unpackColumn(
        sizes.reduce((sum, size) => sum + size, 0),
        within(name, '[]'),
        from,
      );
      let at = 0;
      return sizes.map((size) => {
        at += size;
        return all.slice(at - size, at);
      });
    }
    case KIND.object:
      return unpackObjects(count, name, from);
    default:
      throw linkError('a kind of value known here', `kind ${kind}`);
  }
}

const repeat = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** How long each of some texts or lists is. */
function unpackLengths(count: number, name: Name, from: Unpacking): readonly number[] {
  return unpackColumn(count, within(name, '.length'), from).map((length) => {
    if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) {
      throw linkError('a length', typeof length === 'number' ? String(length) : typeof length);
    }
    from.budget.spend(2 * length);
    return length;
  });
}

function unpackText(name: Name, { input, table, budget }: Unpacking): string {
  const place = input.integer(at('text', name), 0, table.length);
  const text = place > 0 ? (table[place - 1] ?? '') : input.text('');
  if (place === 0) table.push(text);
  budget.spend(text.length);
  return text;
}

function unpackDecimals(count: number, name: Name, { input, budget }: Unpacking): string[] {
  const power = input.symbol(at('power', name), 0);
  if (power > MAX_POWER) throw linkError(`a power of ten up to ${MAX_POWER}`, String(power));
  const factor = 10n ** BigInt(power);
  return repeat(count, () => {
    const text = String(input.big(at('decimal', name), 0n) * factor);
    budget.spend(text.length);
    return text;
  });
}

function unpackMixed(count: number, name: Name, from: Unpacking): Json[] {
  from.budget.spend(count);
  const kinds = repeat(count, () => from.input.symbol(at('mixed', name), 0));
  const byKind = new Map<number, Json[]>();
  for (const kind of VALUE_KINDS) {
    const some = kinds.filter((each) => each === kind).length;
    byKind.set(kind, unpackColumn(some, within(name, `.${kind}`), from).reverse());
  }
  return kinds.map((kind) => {
    const value = byKind.get(kind)?.pop();
    if (value === undefined) throw linkError('a kind of value known here', `kind ${kind}`);
    return value;
  });
}

function unpackObjects(count: number, name: Name, from: Unpacking): Json[] {
  const { input, budget } = from;
  const shapes = repeat(input.integer(at('shapes', name), 0, count), () => ({
    keys: repeat(input.integer(at('keys', name), 0, MAX_KEYS), () => unpackText(within(name, '{}'), from)),
    members: [] as [string, Json][][],
  }));
  // Each costs a symbol, which takes as long to read as a value.
  budget.spend(count);
  let last = 0;
  const entries = repeat(count, (): [string, Json][] => {
    last = packIndex(0, last, name, input);
    const shape = shapes[last];
    if (!shape) throw linkError(`a shape below ${shapes.length}`, String(last));
    const entry: [string, Json][] = [];
    shape.members.push(entry);
    return entry;
  });
  for (const { keys, members } of shapes) {
    for (const key of keys) {
      budget.spend(members.length * (1 + key.length));
      const column = unpackColumn(members.length, columnName(keys, key), from);
      for (const [i, value] of column.entries()) members[i]?.push([key, value]);
    }
  }
  // Unlike an assignment, this makes a field of its own out of `__proto__` too; the next check then finds it.
  return entries.map((each) => Object.fromEntries(each));
}
