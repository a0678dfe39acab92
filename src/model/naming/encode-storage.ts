import type { StorageLayout } from '../artifact.ts';
import type { Hex } from '../ids.ts';
import { encodePath, listSlot } from './encode-path.ts';
import { NamingError, parseScalar, type ResolveName } from './scalar.ts';
import { hexBytes, lowBytes, minimalHex, WORD_BYTES } from './word.ts';

/**
 * Storage given by names, as slots: variables that share a slot are packed into it, strings longer than 31 bytes take
 * the slots their bytes need. Zero slots are left out. `onError` gets a message per entry that can't be placed.
 */
export function encodeStorage(
  layout: StorageLayout,
  storage: Readonly<Record<string, string>>,
  resolve: ResolveName,
  onError: (message: string) => void,
): Record<Hex, bigint> {
  const slots = new Map<Hex, bigint>();
  const put = (slot: Hex, offset: number, bytes: number, value: bigint) => {
    const shift = BigInt(offset * 8);
    const old = slots.get(slot) ?? 0n;
    const kept = old ^ (lowBytes(old >> shift, bytes) << shift);
    slots.set(slot, kept | (value << shift));
  };
  for (const [path, text] of Object.entries(storage)) {
    try {
      const place = encodePath(layout, path, resolve);
      const { shape } = place;
      if (shape.kind === 'bytes') {
        const bytes = shape.text ? new TextEncoder().encode(text) : parseBytes(text, path);
        for (const [slot, value] of encodeBytes(BigInt(place.slot), bytes)) put(slot, 0, WORD_BYTES, value);
      } else if (shape.kind === 'value') {
        const value = parseScalar(text, shape.scalar, shape.bytes, resolve, `value of ${path} (${place.type.label})`);
        put(place.slot, place.offset, place.bytes, value);
      }
    } catch (error) {
      if (!(error instanceof NamingError)) throw error;
      onError(error.message);
    }
  }
  const result: Record<Hex, bigint> = {};
  for (const [slot, value] of slots) if (value !== 0n) result[slot] = value;
  return result;
}

/** Up to 31 bytes stand in the slot itself with twice their number; more stand from keccak(slot) on. */
function encodeBytes(slot: bigint, bytes: Uint8Array): [Hex, bigint][] {
  const wordAt = (start: number) => {
    let word = 0n;
    for (let i = start; i < start + WORD_BYTES; i++) word = (word << 8n) | BigInt(bytes[i] ?? 0);
    return word;
  };
  if (bytes.length < WORD_BYTES) return [[minimalHex(slot), wordAt(0) | BigInt(bytes.length * 2)]];
  const words: [Hex, bigint][] = [[minimalHex(slot), BigInt(bytes.length * 2 + 1)]];
  const first = listSlot(slot);
  for (let start = 0; start < bytes.length; start += WORD_BYTES) {
    words.push([minimalHex(BigInt.asUintN(256, first + BigInt(start / WORD_BYTES))), wordAt(start)]);
  }
  return words;
}

function parseBytes(text: string, path: string): Uint8Array {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(text)) {
    throw new NamingError(`value of ${path}: expected bytes as hex, got ${JSON.stringify(text)}`);
  }
  return hexBytes(text as Hex);
}
