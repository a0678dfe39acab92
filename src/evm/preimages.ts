import { keccak_256 } from '@noble/hashes/sha3.js';
import type { Hex } from '../model/ids.ts';
import { bytesToBigInt, bytesToHex } from './bytes.ts';
import type { FrameMemory } from './frame-memory.ts';

/** 32 bytes locate a dynamic array, 64 a mapping with a word as key; longer ones a mapping with a string as key. */
const LEAST = 32;
const MOST = 256;

/** A block that hashes more than this is not made for reading; the rest is hashed without being remembered. */
const CAPACITY = 200_000;

/** Keccak hashes that contracts took of bytes of a length that can locate storage, by those bytes. */
export class Preimages {
  readonly #byHash = new Map<Hex, Hex>();
  readonly #byBytes = new Map<Hex, bigint>();
  /** Of two words, a mapping's key and its place: nearly all that is ever hashed. By place, then by key. */
  readonly #ofMappings = new Map<bigint, Map<bigint, bigint>>();

  get byHash(): ReadonlyMap<Hex, Hex> {
    return this.#byHash;
  }

  /** The hash as a word. */
  hash(bytes: Uint8Array): bigint {
    if (bytes.length < LEAST || bytes.length > MOST) return bytesToBigInt(keccak_256(bytes));
    const preimage = bytesToHex(bytes);
    const known = this.#byBytes.get(preimage);
    if (known !== undefined) return known;
    const hashed = keccak_256(bytes);
    const word = bytesToBigInt(hashed);
    if (this.#byHash.size < CAPACITY) {
      this.#byBytes.set(preimage, word);
      this.#byHash.set(bytesToHex(hashed), preimage);
    }
    return word;
  }

  /** The hash of a mapping's key and its place, which stand in memory one behind the other. */
  hashMapping(memory: FrameMemory, offset: number): bigint {
    const key = memory.readWord(offset);
    const place = memory.readWord(offset + 32);
    let ofKeys = this.#ofMappings.get(place);
    const known = ofKeys?.get(key);
    if (known !== undefined) return known;
    const word = this.hash(memory.read(offset, 64, true));
    if (this.#byHash.size < CAPACITY) {
      ofKeys ??= new Map();
      ofKeys.set(key, word);
      this.#ofMappings.set(place, ofKeys);
    }
    return word;
  }
}
