import { RLP } from '@ethereumjs/rlp';
import type { Log } from '../model/execution.ts';
import type { Hex } from '../model/ids.ts';
import { hexBytes, keccak } from '../model/naming/word.ts';

/** Keccak of the RLP of the logs: how state tests and expected results name them. */
export function logsHash(logs: readonly Log[]): Hex {
  return keccak(
    RLP.encode(logs.map(({ address, topics, data }) => [hexBytes(address), topics.map(hexBytes), hexBytes(data)])),
  );
}
