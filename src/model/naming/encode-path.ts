import type { StorageEntry, StorageLayout, StorageType } from '../artifact.ts';
import type { Hex } from '../ids.ts';
import { elementPlace, shapeOf, typeById, type TypeShape } from './layout.ts';
import { NamingError, parseInteger, parseScalar, type ResolveName } from './scalar.ts';
import { parsePath, type PathStep } from './storage-path.ts';
import { bytesHex, concatBytes, hexBytes, keccak, minimalHex, WORD_BYTES, wordToBytes } from './word.ts';

/** Where a variable lies. */
export interface StoragePlace {
  /** Minimal hex. */
  readonly slot: Hex;
  /** Bytes from the slot's low end. */
  readonly offset: number;
  /** Size in bytes, 1 to 32. */
  readonly bytes: number;
  readonly type: StorageType;
  readonly shape: TypeShape;
}

interface Cursor {
  readonly slot: bigint;
  readonly offset: number;
  readonly typeId: string;
}

/**
 * The place of a variable given by name: `balanceOf[alice]` → slot. Keys may be names, which `resolve` turns into
 * addresses. The path must end at something that is at most a word: a value, a string's own slot, or `list.length`.
 * Throws a NamingError that says what there is instead. `onHash` is told each keccak on the way, with its preimage.
 */
export function encodePath(layout: StorageLayout, path: string, resolve: ResolveName, onHash?: OnHash): StoragePlace {
  const { variable, steps } = parsePath(path);
  const root = findEntry(layout.storage, variable);
  if (!root) {
    throw new NamingError(`storage path ${path}: no variable ${variable}; there are ${names(layout.storage)}`);
  }
  let cursor: Cursor = { slot: BigInt(root.slot), offset: root.offset, typeId: root.type };
  let walked = variable;
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'member' && step.name === 'length' && shapeOf(layout, cursor.typeId).kind === 'list') {
      if (i !== steps.length - 1) throw new NamingError(`storage path ${path}: nothing can follow .length`);
      return { slot: minimalHex(cursor.slot), offset: 0, bytes: WORD_BYTES, type: WORD, shape: WORD_SHAPE };
    }
    cursor = follow(layout, cursor, step, resolve, onHash, walked);
    walked += step.kind === 'key' ? `[${step.text}]` : `.${step.name}`;
  }
  const type = typeById(layout, cursor.typeId);
  const shape = shapeOf(layout, cursor.typeId);
  if (shape.kind !== 'value' && shape.kind !== 'bytes') {
    throw new NamingError(`storage path ${path} is a whole ${type.label}: go on with ${hint(layout, cursor.typeId)}`);
  }
  const bytes = shape.kind === 'value' ? shape.bytes : WORD_BYTES;
  return { slot: minimalHex(cursor.slot), offset: cursor.offset, bytes, type, shape };
}

const WORD: StorageType = { encoding: 'inplace', label: 'uint256', numberOfBytes: '32' };
const WORD_SHAPE: TypeShape = { kind: 'value', scalar: 'uint', bytes: WORD_BYTES };

function follow(
  layout: StorageLayout,
  at: Cursor,
  step: PathStep,
  resolve: ResolveName,
  onHash: OnHash | undefined,
  walked: string,
): Cursor {
  const shape = shapeOf(layout, at.typeId);
  if (step.kind === 'member') {
    const members = typeById(layout, at.typeId).members ?? [];
    const member = shape.kind === 'struct' ? findEntry(members, step.name) : undefined;
    if (member) return { slot: at.slot + BigInt(member.slot), offset: member.offset, typeId: member.type };
    const instead = shape.kind === 'struct' ? `it has ${names(members)}` : `go on with ${hint(layout, at.typeId)}`;
    throw new NamingError(`storage path ${walked} has no member ${step.name}: ${instead}`);
  }
  switch (shape.kind) {
    case 'mapping': {
      const key = mappingKey(layout, shape.key, step.text, resolve, `key of ${walked}`);
      return { slot: mappingSlot(at.slot, key, onHash), offset: 0, typeId: shape.value };
    }
    case 'array':
    case 'list': {
      const index = parseInteger(step.text);
      const limit = shape.kind === 'array' ? shape.length : 1n << 64n;
      if (index === undefined || index < 0n || index >= limit) {
        const expected = shape.kind === 'array' ? `an index from 0 to ${limit - 1n}` : 'an index';
        throw new NamingError(`index of ${walked}: expected ${expected}, got ${JSON.stringify(step.text)}`);
      }
      const first = shape.kind === 'array' ? at.slot : listSlot(at.slot, onHash);
      const place = elementPlace(shape.elements, index);
      return { slot: BigInt.asUintN(256, first + place.slot), offset: place.offset, typeId: shape.base };
    }
    default:
      throw new NamingError(`storage path ${walked} is a ${typeById(layout, at.typeId).label}: it takes no [key]`);
  }
}

/** The bytes that are hashed for a key: a word for a value type, the bare bytes for strings and bytes. */
export function mappingKey(
  layout: StorageLayout,
  keyTypeId: string,
  text: string,
  resolve: ResolveName,
  what: string,
): Uint8Array {
  const shape = shapeOf(layout, keyTypeId);
  if (shape.kind === 'bytes') {
    if (shape.text) return new TextEncoder().encode(text);
    if (!/^0x([0-9a-fA-F]{2})*$/.test(text)) {
      throw new NamingError(`${what}: expected bytes as hex, got ${JSON.stringify(text)}`);
    }
    return hexBytes(text as Hex);
  }
  if (shape.kind !== 'value') throw new NamingError(`${what}: ${keyTypeId} can't be a key`);
  const value = parseScalar(text, shape.scalar, shape.bytes, resolve, what);
  // bytesN stand at the high end of their word; negative numbers fill theirs.
  if (shape.scalar === 'bytes') return wordToBytes(value << BigInt((WORD_BYTES - shape.bytes) * 8));
  if (shape.scalar === 'int') return wordToBytes(BigInt.asUintN(256, BigInt.asIntN(shape.bytes * 8, value)));
  return wordToBytes(value);
}

export type OnHash = (hash: Hex, preimage: Hex) => void;

function hashOf(bytes: Uint8Array, onHash: OnHash | undefined): bigint {
  const hash = keccak(bytes);
  onHash?.(hash, bytesHex(bytes));
  return BigInt(hash);
}

/** keccak(key ‖ slot) */
export function mappingSlot(slot: bigint, key: Uint8Array, onHash?: OnHash): bigint {
  return hashOf(concatBytes(key, wordToBytes(slot)), onHash);
}

/** keccak(slot): where a dynamic array's elements, or a long string's bytes, begin. */
export function listSlot(slot: bigint, onHash?: OnHash): bigint {
  return hashOf(wordToBytes(slot), onHash);
}

function findEntry(entries: readonly StorageEntry[], label: string): StorageEntry | undefined {
  return entries.find((entry) => entry.label === label);
}

function names(entries: readonly StorageEntry[]): string {
  return entries.length === 0 ? 'none' : entries.map((entry) => entry.label).join(', ');
}

function hint(layout: StorageLayout, typeId: string): string {
  const shape = shapeOf(layout, typeId);
  switch (shape.kind) {
    case 'mapping':
      return `[${typeById(layout, shape.key).label}]`;
    case 'array':
      return '[index]';
    case 'list':
      return '[index] or .length';
    case 'struct':
      return `.${names(typeById(layout, typeId).members ?? [])}`;
    default:
      return 'nothing';
  }
}
