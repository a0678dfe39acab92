import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import type { Log, TxReceipt } from '../model/execution.ts';
import type { Hex } from '../model/ids.ts';
import { bigIntToMinimalBytes, bytesToHex, hexToBytes } from './bytes.ts';
import { encodeBytes, encodeList } from './rlp.ts';
import { trieRoot } from './trie-root.ts';

/** 256 bytes: three bits for each address and topic (yellow paper, 4.3.1). */
export function logsBloom(receipts: readonly TxReceipt[]): Hex {
  const bloom = new Uint8Array(256);
  for (const { logs } of receipts) addToBloom(bloom, logs, new Map());
  return bytesToHex(bloom);
}

/** Root of the trie of receipts in block order (EIP-2718 for typed ones). */
export function receiptsRoot(receipts: readonly TxReceipt[]): Hex {
  let cumulative = 0n;
  const positions = new Map<Hex, readonly number[]>();
  const entries = receipts.map((receipt, index): [Uint8Array, Uint8Array] => {
    cumulative += BigInt(receipt.gasUsed);
    const bloom = new Uint8Array(256);
    addToBloom(bloom, receipt.logs, positions);
    const body = encodeList([
      encodeBytes(receipt.success ? Uint8Array.of(1) : new Uint8Array(0)),
      encodeBytes(bigIntToMinimalBytes(cumulative)),
      encodeBytes(bloom),
      encodeList(receipt.logs.map(encodeLog)),
    ]);
    const key = encodeBytes(bigIntToMinimalBytes(BigInt(index)));
    return [key, receipt.type === 0 ? body : concatBytes(Uint8Array.of(receipt.type), body)];
  });
  return bytesToHex(trieRoot(entries));
}

function encodeLog({ address, topics, data }: Log): Uint8Array {
  return encodeList([
    encodeBytes(hexToBytes(address)),
    encodeList(topics.map((topic) => encodeBytes(hexToBytes(topic)))),
    encodeBytes(hexToBytes(data)),
  ]);
}

/** `positions` remembers the bits of what has been hashed: a block's logs repeat few addresses and topics. */
function addToBloom(bloom: Uint8Array, logs: readonly Log[], positions: Map<Hex, readonly number[]>): void {
  for (const { address, topics } of logs) {
    for (const item of [address, ...topics]) {
      let bits = positions.get(item);
      if (bits === undefined) {
        bits = bloomBits(item);
        positions.set(item, bits);
      }
      for (const bit of bits) bloom[255 - (bit >> 3)] = (bloom[255 - (bit >> 3)] as number) | (1 << (bit & 7));
    }
  }
}

/** The low 11 bits of the first three pairs of bytes of the hash. */
function bloomBits(item: Hex): readonly number[] {
  const hash = keccak_256(hexToBytes(item));
  return [0, 2, 4].map((at) => (((hash[at] as number) << 8) | (hash[at + 1] as number)) & 2047);
}
