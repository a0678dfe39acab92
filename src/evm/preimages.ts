import { keccak_256 } from '@noble/hashes/sha3.js';
import type { Hex } from '../model/ids.ts';
import { bytesToHex } from './bytes.ts';

/** 32 bytes locate a dynamic array, 64 a mapping with a word as key; longer ones a mapping with a string as key. */
const LEAST = 32;
const MOST = 256;

interface Hashed {
  readonly hex: Hex;
  readonly word: bigint;
}

/** A block that hashes more than this is not made for reading; the rest is hashed without being remembered. */
const CAPACITY = 200_000;

/** Keccak hashes that contracts took of bytes of a length that can locate storage, by those bytes. */
export class Preimages {
  readonly #byHash = new Map<Hex, Hex>();
  readonly #byBytes = new Map<Hex, Hashed>();

  get byHash(): ReadonlyMap<Hex, Hex> {
    return this.#byHash;
  }

  /** The hash as a word. */
  hash(bytes: Uint8Array): bigint {
    if (bytes.length < LEAST || bytes.length > MOST) return BigInt(bytesToHex(keccak_256(bytes)));
    const preimage = bytesToHex(bytes);
    let hashed = this.#byBytes.get(preimage);
    if (hashed === undefined) {
      const hex = bytesToHex(keccak_256(bytes));
      hashed = { hex, word: BigInt(hex) };
      if (this.#byHash.size < CAPACITY) {
        this.#byBytes.set(preimage, hashed);
        this.#byHash.set(hex, preimage);
      }
    }
    return hashed.word;
  }
}
