import type { StorageLayout, StorageType } from '../artifact.ts';
import { WORD_BYTES } from './word.ts';

/** How a type lies in storage (docs.soliditylang.org, "Layout of State Variables in Storage"). */
export type TypeShape =
  /** At most one word, possibly sharing its slot. */
  | { readonly kind: 'value'; readonly scalar: ScalarKind; readonly bytes: number }
  | { readonly kind: 'struct' }
  /** `perSlot` elements share a slot (1 when they don't), or each takes `stride` slots. */
  | { readonly kind: 'array'; readonly base: string; readonly length: bigint; readonly elements: ElementLayout }
  | { readonly kind: 'list'; readonly base: string; readonly elements: ElementLayout }
  | { readonly kind: 'mapping'; readonly key: string; readonly value: string }
  | { readonly kind: 'bytes'; readonly text: boolean };

export type ScalarKind = 'address' | 'bool' | 'int' | 'uint' | 'bytes';

export interface ElementLayout {
  readonly perSlot: bigint;
  readonly stride: bigint;
  readonly bytes: number;
}

/** The layout's type by its id. Throws when the layout doesn't define it: solc always does. */
export function typeById(layout: StorageLayout, id: string): StorageType {
  const type = layout.types?.[id];
  if (!type) throw new Error(`the storage layout names a type it doesn't define: ${id}`);
  return type;
}

export function slotCount(type: StorageType): bigint {
  return (BigInt(type.numberOfBytes) + 31n) / 32n;
}

/** A type's id tells its kind: `t_uint64`, `t_contract(Token)12`, `t_bytes32`, … */
function scalarKind(id: string): ScalarKind {
  if (/^t_(address|contract)/.test(id)) return 'address';
  if (id === 't_bool') return 'bool';
  if (/^t_int\d/.test(id)) return 'int';
  if (/^t_bytes\d/.test(id)) return 'bytes';
  return 'uint';
}

function elementLayout(layout: StorageLayout, base: string): ElementLayout {
  const type = typeById(layout, base);
  const bytes = Number(type.numberOfBytes);
  const shares = shapeOf(layout, base).kind === 'value' && bytes <= WORD_BYTES / 2;
  return { perSlot: shares ? BigInt(Math.floor(WORD_BYTES / bytes)) : 1n, stride: slotCount(type), bytes };
}

export function shapeOf(layout: StorageLayout, id: string): TypeShape {
  const type = typeById(layout, id);
  if (type.encoding === 'mapping') return { kind: 'mapping', key: type.key ?? '', value: type.value ?? '' };
  if (type.encoding === 'bytes') return { kind: 'bytes', text: id.startsWith('t_string') };
  if (type.encoding === 'dynamic_array') {
    const base = type.base ?? '';
    return { kind: 'list', base, elements: elementLayout(layout, base) };
  }
  if (type.members) return { kind: 'struct' };
  if (type.base !== undefined) {
    // The outermost dimension stands last: `uint8[4][2]` has two elements of type `uint8[4]`.
    const length = /\[(\d+)\]$/.exec(type.label)?.[1];
    if (length === undefined) throw new Error(`no length in the array type ${type.label}`);
    return { kind: 'array', base: type.base, length: BigInt(length), elements: elementLayout(layout, type.base) };
  }
  return { kind: 'value', scalar: scalarKind(id), bytes: Number(type.numberOfBytes) };
}

/** Slot and byte offset of element `index`, counted from the array's first slot. */
export function elementPlace(
  elements: ElementLayout,
  index: bigint,
): { readonly slot: bigint; readonly offset: number } {
  if (elements.perSlot === 1n) return { slot: index * elements.stride, offset: 0 };
  return { slot: index / elements.perSlot, offset: Number(index % elements.perSlot) * elements.bytes };
}
