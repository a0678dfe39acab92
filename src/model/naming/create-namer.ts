import type { StorageLayout } from '../artifact.ts';
import type { Address, Hex } from '../ids.ts';
import { parseLocation, type Location, type Value } from '../location.ts';
import type { TypeShape } from './layout.ts';
import { createSlotLocator, type SlotMember } from './locate-slot.ts';
import { formatEther, formatInteger, formatScalar, shortHex } from './scalar.ts';
import { bytesHex, hashKey, hexBytes, lowBytes, WORD_BYTES, wordToBytes } from './word.ts';

export interface NamedContract {
  readonly address: Address;
  readonly name: string;
  /** Absent: its slots are named by number, or by the preimages alone. */
  readonly layout?: StorageLayout;
}

export interface NamerInput {
  readonly contracts: readonly NamedContract[];
  /** Accounts other than contracts: address → name. */
  readonly accounts: ReadonlyMap<Address, string>;
  /** Keccak preimages recorded by execution: hash → bytes hashed. */
  readonly preimages: ReadonlyMap<Hex, Hex>;
}

/** Turns addresses, locations and values into the words a person composed the scenario with. */
export interface Namer {
  /** `USDC.balanceOf[alice]`, `alice balance`, `pool.reserve0`; packed variables are joined: `auction.bidder+bid`; a struct of one slot goes by its own name: `items[3]`. */
  location(location: Location): string;
  /** As the location's type says: `1,040,000`, `1.5 ETH`, `alice`, `true`; packed: `bidder alice, bid 300`. */
  value(location: Location, value: Value): string;
  /** A name, or `0x12ab…9f`. */
  address(address: Address): string;
}

type Named = { readonly name: string; readonly members: readonly SlotMember[] };

/** Names are found once per location and kept. */
export function createNamer(input: NamerInput): Namer {
  const names = new Map(input.accounts);
  for (const contract of input.contracts) names.set(contract.address, contract.name);
  const address = (of: Address) => names.get(of) ?? shortHex(of);

  const formatKey = (key: Uint8Array, shape: TypeShape): string => {
    if (shape.kind === 'bytes') return shape.text ? JSON.stringify(new TextDecoder().decode(key)) : bytesHex(key);
    if (shape.kind !== 'value') return bytesHex(key);
    const word = BigInt(bytesHex(key));
    const value =
      shape.scalar === 'bytes' ? word >> BigInt((WORD_BYTES - shape.bytes) * 8) : lowBytes(word, shape.bytes);
    return formatScalar(value, shape.scalar, shape.bytes, { address, grouped: false });
  };
  const knownAddresses = [...names.keys()].map((known) => BigInt(known));
  const smallNumbers = Array.from({ length: 64 }, (_, i) => BigInt(i));
  const candidateKeys = (shape: TypeShape): readonly bigint[] =>
    shape.kind === 'value' && shape.scalar === 'address' ? knownAddresses : smallNumbers;

  const locators = new Map<Address, (slot: bigint) => readonly SlotMember[]>();
  for (const { address: at, layout } of input.contracts) {
    if (layout) {
      locators.set(at, createSlotLocator({ layout, preimages: input.preimages, formatKey, candidateKeys }));
    }
  }

  const nameSlot = (contract: Address, slot: bigint): Named => {
    const members = locators.get(contract)?.(slot) ?? [];
    if (members.length === 0) return { name: bareSlotName(slot, input.preimages, address), members };
    return { name: `.${joinPaths(members)}`, members };
  };

  const cache = new Map<Location, Named>();
  const named = (location: Location): Named => {
    let known = cache.get(location);
    if (!known) {
      const { kind, address: at, slot } = parseLocation(location);
      const part = slot === undefined ? { name: FIELD_NAMES[kind], members: [] } : nameSlot(at, BigInt(slot));
      known = { name: address(at) + part.name, members: part.members };
      cache.set(location, known);
    }
    return known;
  };

  const memberValue = (member: SlotMember, word: bigint): string => {
    const { shape } = member;
    if (shape.kind === 'bytes') return formatBytesSlot(word, shape.text);
    const value = memberBits(member, word);
    if (shape.kind !== 'value') return formatInteger(value, true);
    return formatScalar(value, shape.scalar, shape.bytes, { address, grouped: true });
  };

  return {
    address,
    location: (location) => named(location).name,
    value: (location, value) => {
      if (typeof value === 'string') return formatCode(value);
      const kind = location[0];
      if (kind === 'b') return formatEther(value);
      if (kind !== 's') return formatInteger(value, true);
      const { members } = named(location);
      const [only, ...more] = members;
      if (!only) return formatInteger(value, true);
      if (more.length === 0) return memberValue(only, value);
      const prefix = commonParent(members);
      const telling =
        members.length <= MAX_JOINED ? members : members.filter((member) => memberBits(member, value) !== 0n);
      if (telling.length === 0) return '0';
      return telling.map((member) => `${member.path.slice(prefix)} ${memberValue(member, value)}`).join(', ');
    },
  };
}

const FIELD_NAMES = {
  balance: ' balance',
  nonce: ' nonce',
  code: ' code',
  existence: ' existence',
  wipe: ' storage',
  slot: '',
} as const;

/** More variables than this in one slot (the elements of a `uint8[32]`) are named by the first and last. */
const MAX_JOINED = 4;

const memberBits = (member: SlotMember, word: bigint) => lowBytes(word >> BigInt(member.offset * 8), member.bytes);

function joinPaths(members: readonly SlotMember[]): string {
  const struct = members[0]?.struct;
  if (struct !== undefined && members.length > 1) return struct;
  const shown = members.map(({ path, shape }) => (shape.kind === 'list' ? `${path}.length` : path));
  if (shown.length > MAX_JOINED) return `${shown[0]}…${shown.at(-1)}`;
  const prefix = commonParent(members);
  return shown.map((path, i) => (i === 0 ? path : path.slice(prefix))).join('+');
}

/** Length of the part that packed members share: up to the last `.` before the first difference, `items[3].` say. */
function commonParent(members: readonly SlotMember[]): number {
  const [first, ...more] = members;
  if (!first || more.length === 0) return 0;
  const end = first.path.lastIndexOf('.') + 1;
  return more.every(({ path }) => path.startsWith(first.path.slice(0, end))) ? end : 0;
}

/** A short string stands in its slot; of a longer one the slot holds the length. */
function formatBytesSlot(word: bigint, text: boolean): string {
  if ((word & 1n) === 1n) return `${(word - 1n) / 2n} bytes`;
  const bytes = wordToBytes(word).subarray(0, Math.min(31, Number((word & 0xffn) / 2n)));
  return text ? JSON.stringify(new TextDecoder().decode(bytes)) : bytesHex(bytes);
}

function formatCode(code: Hex): string {
  const bytes = (code.length - 2) / 2;
  return bytes === 0 ? 'no code' : `${formatInteger(BigInt(bytes), true)} bytes of code`;
}

/**
 * Without a layout a mapping can still be told by its preimages: `.slot 0x2[alice]`, `.slot 0x2[alice]+1` (the second
 * word of its value), `.slot 0x5[*]` (an element of the dynamic array at 5); else the number alone.
 */
function bareSlotName(slot: bigint, preimages: ReadonlyMap<Hex, Hex>, address: (of: Address) => string): string {
  const key = (word: bigint): string => {
    if (word >> 64n !== 0n && word >> 160n === 0n)
      return address(`0x${word.toString(16).padStart(40, '0')}` as Address);
    return word >> 64n === 0n ? word.toString() : shortHex(hashKey(word));
  };
  const name = (at: bigint, depth: number): string => {
    for (let back = 0n; back < 8n && back <= at && depth < 8; back++) {
      const preimage = preimages.get(hashKey(at - back));
      if (!preimage) continue;
      const bytes = hexBytes(preimage);
      const offset = back === 0n ? '' : `+${back}`;
      if (bytes.length === 2 * WORD_BYTES) {
        const owner = BigInt(bytesHex(bytes.subarray(WORD_BYTES)));
        return `${name(owner, depth + 1)}[${key(BigInt(bytesHex(bytes.subarray(0, WORD_BYTES))))}]${offset}`;
      }
      if (bytes.length === WORD_BYTES) return `${name(BigInt(preimage), depth + 1)}[*]${offset}`;
    }
    return shortHex(`0x${at.toString(16)}`);
  };
  return `.slot ${name(slot, 0)}`;
}
