import { RLP } from '@ethereumjs/rlp';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { describe, expect, test } from 'vitest';
import { parseStateTests } from '../formats/state-test.ts';
import { bytesToHex, hexToBytes } from './bytes.ts';
import { stateRoot } from './state-root.ts';
import { fixtureNames, readFixture } from './test-support/fixtures.ts';
import { executeSerially } from './test-support/serial.ts';

const FILES = fixtureNames('statetests', '.json');

describe.skipIf(FILES.length === 0)('official state tests (skipped without ../shared/fixtures)', () => {
  test.each(FILES)('%s', async (file) => {
    for (const official of parseStateTests(readFixture('statetests', file))) {
      if (official.kind !== 'case') throw new Error(official.message);
      const { kind: _, name, block, exception, ...claimed } = official;
      const { executions, state } = await executeSerially(block);
      const [execution] = executions;
      const logs = execution?.kind === 'executed' ? execution.receipt.logs : [];
      const found = {
        stateRoot: stateRoot(block.prestate, state.postState()),
        logsHash: bytesToHex(
          keccak_256(
            RLP.encode(logs.map((log) => [hexToBytes(log.address), log.topics.map(hexToBytes), hexToBytes(log.data)])),
          ),
        ),
        refused: execution?.kind !== 'executed',
      };
      expect(found, name).toEqual({ ...claimed, refused: exception !== null });
    }
  });
});
