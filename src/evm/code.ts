import { KECCAK256_NULL } from '@ethereumjs/util';
import { keccak_256 } from '@noble/hashes/sha3.js';
import type { Hex } from '../model/ids.ts';
import { bytesToHex, hexToBytes } from './bytes.ts';

/** What the interpreter must know of a program before it can jump in it. */
export interface CodeAnalysis {
  /** 1 where a JUMPDEST stands that isn't data of a PUSH. */
  readonly jumps: Uint8Array;
  /** Position after a PUSH opcode → the value it pushes. */
  readonly pushes: readonly bigint[];
}

/** A contract's code in the forms in which it is asked for; each made once. */
export class Code {
  readonly hex: Hex;
  readonly bytes: Uint8Array;
  /** The account whose code runs instead, when this is an EIP-7702 delegation (0xef0100 ‖ address). */
  readonly delegate: Uint8Array | undefined;
  #hash: Uint8Array | undefined;
  #analysis: CodeAnalysis | undefined;

  constructor(hex: Hex, bytes: Uint8Array) {
    this.hex = hex;
    this.bytes = bytes;
    this.delegate = hex.startsWith('0xef0100') ? bytes.slice(3, 23) : undefined;
  }

  get isEmpty(): boolean {
    return this.bytes.length === 0;
  }

  get hash(): Uint8Array {
    this.#hash ??= this.isEmpty ? KECCAK256_NULL : keccak_256(this.bytes);
    return this.#hash;
  }

  get analysis(): CodeAnalysis {
    this.#analysis ??= analyseCode(this.bytes);
    return this.#analysis;
  }
}

export const NO_CODE = new Code('0x', new Uint8Array(0));

/** All code met in one block, so that bytes, hash and jump destinations are worked out once for all executors. */
export class CodeCache {
  readonly #byHex = new Map<Hex, Code>([['0x', NO_CODE]]);
  readonly #byBytes = new WeakMap<Uint8Array, Code>();

  ofHex(hex: Hex): Code {
    return this.#byHex.get(hex) ?? this.#add(hex, hexToBytes(hex));
  }

  ofBytes(bytes: Uint8Array): Code {
    const hex = bytesToHex(bytes);
    return this.#byHex.get(hex) ?? this.#add(hex, bytes.slice());
  }

  /** Cheap for code that came from this cache; for init code, which is seen once, it is worked out on the spot. */
  analysisOf(bytes: Uint8Array): CodeAnalysis {
    return this.#byBytes.get(bytes)?.analysis ?? analyseCode(bytes);
  }

  #add(hex: Hex, bytes: Uint8Array): Code {
    const code = new Code(hex, bytes);
    this.#byHex.set(hex, code);
    this.#byBytes.set(bytes, code);
    return code;
  }
}

function analyseCode(code: Uint8Array): CodeAnalysis {
  const jumps = new Uint8Array(code.length);
  const pushes: bigint[] = [];
  for (let at = 0; at < code.length; at++) {
    const opcode = code[at] as number;
    if (opcode === 0x5b) jumps[at] = 1;
    else if (opcode >= 0x60 && opcode <= 0x7f) {
      const size = opcode - 0x5f;
      const data = bytesToHex(code.subarray(at + 1, at + 1 + size));
      // Data that ends with the code is continued with zeros.
      pushes[at + 1] = BigInt(data === '0x' ? '0x0' : data.padEnd(2 + 2 * size, '0'));
      at += size;
    }
  }
  return { jumps, pushes };
}
