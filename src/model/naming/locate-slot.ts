import type { StorageLayout } from '../artifact.ts';
import type { Hex } from '../ids.ts';
import { listSlot, mappingSlot } from './encode-path.ts';
import { elementPlace, shapeOf, slotCount, typeById, type ElementLayout, type TypeShape } from './layout.ts';
import { hashKey, hexBytes, WORD_BYTES, wordToBytes } from './word.ts';

/** A variable, or a part of one, that lies in a slot. */
export interface SlotMember {
  readonly path: string;
  readonly offset: number;
  readonly bytes: number;
  readonly shape: TypeShape;
  /** Path of the struct that lies wholly in this slot, if the member is of one. */
  readonly struct?: string;
}

export interface LocateInput {
  readonly layout: StorageLayout;
  /** Keccak preimages: hash → bytes hashed. Asked anew for each slot, as the map may grow. */
  readonly preimages: ReadonlyMap<Hex, Hex>;
  /** How a mapping key is shown. `key` is what was hashed before the slot. */
  readonly formatKey: (key: Uint8Array, keyShape: TypeShape) => string;
  /** Keys to try where execution left no preimage: words for mappings with keys of a value type. */
  readonly candidateKeys: (keyShape: TypeShape) => readonly bigint[];
}

/** A stretch of storage whose type is known: a mapping's value, or the elements of a dynamic array. */
interface Region {
  readonly path: string;
  readonly start: bigint;
  readonly typeId: string;
}

/** Farther than this from its start, a slot isn't taken for an element of a dynamic array. */
const MAX_LIST_SLOTS = 1n << 40n;
/** Static arrays longer than this aren't searched for dynamic arrays and mappings inside. */
const MAX_SEARCHED_ELEMENTS = 256n;
/** Bound on the hashes tried for slots without a preimage: some 50 ms, once per contract, and only when needed. */
const MAX_CANDIDATES = 4096;
const MAX_VALUE_SLOTS = 1024n;

/**
 * Finds the variable behind a slot. Static variables by arithmetic; mapping values by following the recorded preimage
 * `key ‖ slot` up to the mapping that lies in `slot`, which may itself be such a value; dynamic arrays by keccak(slot).
 */
export function createSlotLocator(input: LocateInput): (slot: bigint) => readonly SlotMember[] {
  const { layout, formatKey } = input;
  const roots = layout.storage.map((entry) => ({
    region: { path: entry.label, start: BigInt(entry.slot), typeId: entry.type },
    offset: entry.offset,
    slots: slotCount(typeById(layout, entry.type)),
  }));
  const containers = roots.flatMap(({ region }) => findContainers(layout, region));
  /** keccak(slot) of a constant slot is computed at compile time and leaves no preimage. */
  const rootLists = containers
    .filter(({ typeId }) => ['list', 'bytes'].includes(shapeOf(layout, typeId).kind))
    .map((list) => ({ list, first: listSlot(list.start) }));
  const valueSpan = maxMappingValueSlots(layout);
  let candidates: ReadonlyMap<Hex, Hex> | null = null;
  let lists: { readonly seen: number; readonly hashes: readonly bigint[] } = { seen: 0, hashes: [] };

  const preimageOf = (hash: bigint): Uint8Array | undefined => {
    const key = hashKey(hash);
    const preimage = input.preimages.get(key) ?? candidates?.get(key);
    return preimage && hexBytes(preimage);
  };

  /** The mapping value that begins at `hash`, if a preimage says so. */
  const mappingValueAt = (hash: bigint, depth: number): Region | null => {
    const preimage = preimageOf(hash);
    if (!preimage || preimage.length < WORD_BYTES || depth > 8) return null;
    const cut = preimage.length - WORD_BYTES;
    const key = preimage.subarray(0, cut);
    for (const parent of locate(wordOf(preimage.subarray(cut)), depth + 1)) {
      if (parent.shape.kind !== 'mapping') continue;
      const keyShape = shapeOf(layout, parent.shape.key);
      if (keyShape.kind === 'value' && key.length !== WORD_BYTES) continue;
      return { path: `${parent.path}[${formatKey(key, keyShape)}]`, start: hash, typeId: parent.shape.value };
    }
    return null;
  };

  const inMappings = (slot: bigint, depth: number): readonly SlotMember[] => {
    for (let back = 0n; back < valueSpan && back <= slot; back++) {
      const region = mappingValueAt(slot - back, depth);
      if (region && back < slotCount(typeById(layout, region.typeId))) return membersAt(layout, region, 0, slot);
    }
    return [];
  };

  const inLists = (slot: bigint, depth: number): readonly SlotMember[] => {
    for (const { list, first } of rootLists) {
      if (slot >= first && slot - first < MAX_LIST_SLOTS) return elementsAt(layout, list, first, slot);
    }
    if (lists.seen !== input.preimages.size) {
      const hashes = [...input.preimages].filter(([, bytes]) => bytes.length === 2 + 2 * WORD_BYTES);
      lists = { seen: input.preimages.size, hashes: hashes.map(([hash]) => BigInt(hash)) };
    }
    for (const first of lists.hashes) {
      if (slot < first || slot - first >= MAX_LIST_SLOTS) continue;
      const owner = preimageOf(first);
      if (!owner) continue;
      const start = wordOf(owner);
      for (const parent of locate(start, depth + 1)) {
        if (parent.shape.kind === 'list' || parent.shape.kind === 'bytes') {
          return elementsOf(layout, parent, first, slot);
        }
      }
    }
    return [];
  };

  const locate = (slot: bigint, depth: number): readonly SlotMember[] => {
    if (depth > 8) return [];
    const fixed = roots.flatMap(({ region, offset, slots }) =>
      slot >= region.start && slot - region.start < slots ? membersAt(layout, region, offset, slot) : [],
    );
    if (fixed.length > 0) return fixed;
    const mapped = inMappings(slot, depth);
    return mapped.length > 0 ? mapped : inLists(slot, depth);
  };

  return (slot) => {
    const found = locate(slot, 0);
    if (found.length > 0 || candidates) return found;
    candidates = candidatePreimages(layout, containers, input.candidateKeys);
    return locate(slot, 0);
  };
}

function wordOf(bytes: Uint8Array): bigint {
  let word = 0n;
  for (const byte of bytes) word = (word << 8n) | BigInt(byte);
  return word;
}

/** What of `region` lies in `slot`; several members where they are packed. */
function membersAt(layout: StorageLayout, region: Region, offset: number, slot: bigint): readonly SlotMember[] {
  const { path, start, typeId } = region;
  const shape = shapeOf(layout, typeId);
  switch (shape.kind) {
    case 'value':
      return slot === start ? [{ path, offset, bytes: shape.bytes, shape }] : [];
    case 'struct': {
      const type = typeById(layout, typeId);
      const found = (type.members ?? []).flatMap((member) => {
        const first = start + BigInt(member.slot);
        if (slot < first || slot - first >= slotCount(typeById(layout, member.type))) return [];
        const part = { path: `${path}.${member.label}`, start: first, typeId: member.type };
        return membersAt(layout, part, member.offset, slot);
      });
      return slotCount(type) === 1n ? found.map((member) => ({ ...member, struct: path })) : found;
    }
    case 'array':
      return elements(layout, { path, base: shape.base, layout: shape.elements, length: shape.length }, start, slot);
    default:
      return slot === start ? [{ path, offset: 0, bytes: WORD_BYTES, shape }] : [];
  }
}

interface Elements {
  readonly path: string;
  readonly base: string;
  readonly layout: ElementLayout;
  /** Absent: unknown, as the array is dynamic. */
  readonly length?: bigint;
}

function elements(layout: StorageLayout, array: Elements, first: bigint, slot: bigint): readonly SlotMember[] {
  const row = (slot - first) / array.layout.stride;
  const found: SlotMember[] = [];
  for (let i = row * array.layout.perSlot; i < (row + 1n) * array.layout.perSlot; i++) {
    if (array.length !== undefined && i >= array.length) break;
    const place = elementPlace(array.layout, i);
    const region = { path: `${array.path}[${i}]`, start: first + place.slot, typeId: array.base };
    found.push(...membersAt(layout, region, place.offset, slot));
  }
  return found;
}

function elementsAt(layout: StorageLayout, list: Region, first: bigint, slot: bigint): readonly SlotMember[] {
  return elementsOf(layout, { path: list.path, shape: shapeOf(layout, list.typeId) }, first, slot);
}

function elementsOf(
  layout: StorageLayout,
  list: { readonly path: string; readonly shape: TypeShape },
  first: bigint,
  slot: bigint,
): readonly SlotMember[] {
  const { path, shape } = list;
  if (shape.kind === 'list') return elements(layout, { path, base: shape.base, layout: shape.elements }, first, slot);
  const start = (slot - first) * BigInt(WORD_BYTES);
  const text: TypeShape = { kind: 'value', scalar: 'bytes', bytes: WORD_BYTES };
  return [{ path: `${path}.bytes[${start}]`, offset: 0, bytes: WORD_BYTES, shape: text }];
}

/** Mappings, dynamic arrays and strings that lie at fixed slots. */
function findContainers(layout: StorageLayout, region: Region): readonly Region[] {
  const shape = shapeOf(layout, region.typeId);
  switch (shape.kind) {
    case 'value':
      return [];
    case 'struct':
      return (typeById(layout, region.typeId).members ?? []).flatMap((member) =>
        findContainers(layout, {
          path: `${region.path}.${member.label}`,
          start: region.start + BigInt(member.slot),
          typeId: member.type,
        }),
      );
    case 'array': {
      const searched = shape.length < MAX_SEARCHED_ELEMENTS ? shape.length : MAX_SEARCHED_ELEMENTS;
      if (shapeOf(layout, shape.base).kind === 'value') return [];
      return Array.from({ length: Number(searched) }, (_, i) => {
        const place = elementPlace(shape.elements, BigInt(i));
        return findContainers(layout, {
          path: `${region.path}[${i}]`,
          start: region.start + place.slot,
          typeId: shape.base,
        });
      }).flat();
    }
    default:
      return [region];
  }
}

function maxMappingValueSlots(layout: StorageLayout): bigint {
  let most = 0n;
  for (const type of Object.values(layout.types ?? {})) {
    if (type.value === undefined) continue;
    const slots = slotCount(typeById(layout, type.value));
    if (slots > most) most = slots;
  }
  return most < MAX_VALUE_SLOTS ? most : MAX_VALUE_SLOTS;
}

/** Preimages that execution would have recorded had it looked up every known key, two mappings deep. */
function candidatePreimages(
  layout: StorageLayout,
  containers: readonly Region[],
  candidateKeys: (keyShape: TypeShape) => readonly bigint[],
): ReadonlyMap<Hex, Hex> {
  const found = new Map<Hex, Hex>();
  let level = containers.map(({ start, typeId }) => ({ slot: start, typeId }));
  for (let depth = 0; depth < 2; depth++) {
    const inner: typeof level = [];
    for (const { slot, typeId } of level) {
      const shape = shapeOf(layout, typeId);
      if (shape.kind !== 'mapping') continue;
      const keyShape = shapeOf(layout, shape.key);
      for (const key of keyShape.kind === 'value' ? candidateKeys(keyShape) : []) {
        if (found.size >= MAX_CANDIDATES) return found;
        const hash = mappingSlot(slot, wordToBytes(key), (key, preimage) => found.set(key, preimage));
        inner.push({ slot: hash, typeId: shape.value });
      }
    }
    level = inner;
  }
  return found;
}
