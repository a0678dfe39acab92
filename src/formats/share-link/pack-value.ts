import {
  at,
  columnName,
  type Json,
  type JsonObject,
  KIND,
  kindOf,
  MAX_POWER,
  type Name,
  packIndex,
  type Primer,
  ROOT,
  VALUE_KINDS,
  type ValueKind,
  within,
} from './columns.ts';
import { createModel, type Model } from './model.ts';
import { createSymbolWriter, type SymbolStream } from './symbol-stream.ts';

/** The inverse is `unpackValue` with the same primer. */
export function packValue(value: Json, primer: Primer): Uint8Array<ArrayBuffer> {
  const { model, table } = learnTypical(primer);
  const out = createSymbolWriter(model);
  packColumn([value], ROOT, { out, table });
  return out.finish();
}

const learned = new WeakMap<Primer, { readonly model: Model; readonly table: ReadonlyMap<string, number> }>();

/** What is expected, and the strings known, before the first value. Learning takes 30 ms, and is done once. */
export function learnTypical(primer: Primer): { readonly model: Model; readonly table: Map<string, number> } {
  let known = learned.get(primer);
  if (!known) {
    const model = createModel();
    const table = new Map(primer.strings.map((text, i) => [text, i]));
    for (const value of primer.typical) packColumn([value], ROOT, { out: createSymbolWriter(model), table });
    known = { model, table };
    learned.set(primer, known);
  }
  return { model: known.model.continued(), table: new Map(known.table) };
}

interface Packing {
  readonly out: SymbolStream;
  readonly table: Map<string, number>;
}

function packColumn(values: readonly Json[], name: Name, to: Packing): void {
  const [first] = values;
  if (first === undefined) return;
  const { out } = to;
  const kinds = values.map(kindOf);
  const kind = kinds[0] ?? KIND.null;
  if (kinds.some((other) => other !== kind)) {
    out.symbol(at('kind', name), KIND.mixed);
    for (const each of kinds) out.symbol(at('mixed', name), each);
    for (const each of VALUE_KINDS) {
      const some = values.filter((_, i) => kinds[i] === each);
      packColumn(some, within(name, `.${each}`), to);
    }
    return;
  }
  const atomic = kind !== KIND.list && kind !== KIND.object;
  if (atomic && values.length > 1 && values.every((value) => value === first)) {
    out.symbol(at('kind', name), KIND.same);
    packColumn([first], name, to);
  } else if (kind === KIND.integer && isSteady(values as readonly number[])) {
    out.symbol(at('kind', name), KIND.steps);
    for (const step of stepsOf(values as readonly number[])) {
      out.integer(at('step', name), step >= 0 ? 2 * step : -2 * step - 1);
    }
  } else {
    out.symbol(at('kind', name), kind);
    packKind(kind, values, name, to);
  }
}

function packKind(kind: ValueKind, values: readonly Json[], name: Name, to: Packing): void {
  const { out } = to;
  switch (kind) {
    case KIND.null:
      return;
    case KIND.boolean:
      for (const value of values) out.symbol(at('boolean', name), value ? 1 : 0);
      return;
    case KIND.integer:
      for (const value of values as readonly number[]) out.integer(at('integer', name), value);
      return;
    case KIND.float:
      for (const value of values as readonly number[]) out.float(value);
      return;
    case KIND.decimal:
      packDecimals((values as readonly string[]).map(BigInt), name, out);
      return;
    case KIND.hex: {
      const texts = values as readonly string[];
      packColumn(
        texts.map((hex) => hex.length / 2 - 1),
        within(name, '.length'),
        to,
      );
      for (const hex of texts) {
        for (let i = 2; i < hex.length; i += 2) out.symbol(at('hex', name), Number.parseInt(hex.slice(i, i + 2), 16));
      }
      return;
    }
    case KIND.text:
      for (const text of values as readonly string[]) packText(text, name, to);
      return;
    case KIND.list: {
      const lists = values as readonly (readonly Json[])[];
      packColumn(
        lists.map((list) => list.length),
        within(name, '.length'),
        to,
      );
      packColumn(lists.flat(1), within(name, '[]'), to);
      return;
    }
    case KIND.object:
      packObjects(values as readonly JsonObject[], name, to);
      return;
  }
}

/** 0: a new string follows, and joins the table; otherwise one more than its place in the table. */
function packText(text: string, name: Name, { out, table }: Packing): void {
  const place = table.get(text);
  out.integer(at('text', name), place === undefined ? 0 : place + 1);
  if (place !== undefined) return;
  table.set(text, table.size);
  out.text(text);
}

/** A power of ten that all share, and what is left. */
function packDecimals(values: readonly bigint[], name: Name, out: SymbolStream): void {
  let power = MAX_POWER;
  for (const value of values) {
    while (power > 0 && value % 10n ** BigInt(power) !== 0n) power--;
  }
  out.symbol(at('power', name), power);
  for (const value of values) out.big(at('decimal', name), value / 10n ** BigInt(power));
}

const stepsOf = (values: readonly number[]): readonly number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

/** Whether the steps repeat more than the values do. */
function isSteady(values: readonly number[]): boolean {
  if (values.length < 3 || values.some((value) => value > 2 ** 40)) return false;
  return new Set(stepsOf(values).slice(1)).size < new Set(values).size / 2;
}

function packObjects(values: readonly JsonObject[], name: Name, to: Packing): void {
  const shapes = new Map<string, { readonly index: number; readonly keys: readonly string[]; members: JsonObject[] }>();
  const indices = values.map((value) => {
    const keys = Object.keys(value);
    const shapeName = JSON.stringify(keys);
    const shape = shapes.get(shapeName) ?? { index: shapes.size, keys, members: [] };
    shapes.set(shapeName, shape);
    shape.members.push(value);
    return shape.index;
  });
  to.out.integer(at('shapes', name), shapes.size);
  for (const { keys } of shapes.values()) {
    to.out.integer(at('keys', name), keys.length);
    for (const key of keys) packText(key, within(name, '{}'), to);
  }
  let last = 0;
  for (const index of indices) last = packIndex(index, last, name, to.out);
  for (const { keys, members } of shapes.values()) {
    for (const key of keys) {
      packColumn(
        members.map((member) => member[key] ?? null),
        columnName(keys, key),
        to,
      );
    }
  }
}
