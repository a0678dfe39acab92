/*
 * RLP (yellow paper, appendix B) by its two rules, for tries: parts are encoded where they are made and joined as they are,
 * where a general encoder would walk nested arrays again at every level.
 */

/** A byte string. */
export function encodeBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 1 && (bytes[0] as number) < 0x80) return bytes;
  return join(prefix(0x80, bytes.length), [bytes], bytes.length);
}

/** A list of items that are encoded already. */
export function encodeList(items: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const item of items) length += item.length;
  return join(prefix(0xc0, length), items, length);
}

function prefix(kind: number, length: number): readonly number[] {
  if (length < 56) return [kind + length];
  const size: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  return [kind + 55 + size.length, ...size];
}

function join(start: readonly number[], parts: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(start.length + length);
  joined.set(start);
  let at = start.length;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
