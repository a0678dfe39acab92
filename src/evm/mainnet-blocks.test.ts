import { describe, expect, test } from 'vitest';
import { parseBlockFile } from '../formats/block-file.ts';
import { parseExpected } from '../formats/expected-file.ts';
import type { TxReceipt } from '../model/execution.ts';
import type { Address } from '../model/ids.ts';
import { type Location, parseLocation } from '../model/location.ts';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from './bytes.ts';
import { logsBloom, receiptsRoot } from './receipts.ts';
import { MAINNET_BLOCKS, readFixture } from './test-support/fixtures.ts';
import { executeSerially } from './test-support/serial.ts';

/** Each block against its header, and against what others found for each transaction and account. */
describe.skipIf(MAINNET_BLOCKS.length === 0)('mainnet blocks (skipped without ../shared/fixtures)', () => {
  test.each(MAINNET_BLOCKS)('%s', async (name) => {
    const block = parseBlockFile(readFixture('blocks', name));
    const expected = parseExpected(readFixture('blocks', name.replace('.json.gz', '.expected.json.gz')));
    const { executions, state } = await executeSerially(block);

    const receipts = executions.map((execution): TxReceipt => {
      if (execution.kind !== 'executed') throw new Error(execution.reason.message);
      return execution.receipt;
    });
    expect(receipts.map(({ gasUsed, success }) => ({ gasUsed: BigInt(gasUsed), status: success }))).toEqual(
      expected.perTx?.map(({ gasUsed, status }) => ({ gasUsed, status })),
    );
    expect(receipts.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed), 0n)).toBe(block.header?.gasUsed);
    expect(receiptsRoot(receipts)).toBe(block.header?.receiptsRoot);
    expect(logsBloom(receipts)).toBe(block.header?.logsBloom);

    const changed = new Set<Address>();
    for (const [location] of state.postState()) changed.add(parseLocation(location).address);
    for (const [address, account] of Object.entries(expected.postState ?? {})) {
      const found = {
        balance: state.read(`b:${address}` as Location),
        nonce: state.read(`n:${address}` as Location),
        codeHash: bytesToHex(keccak_256(hexToBytes(state.read(`c:${address}` as Location) as `0x${string}`))),
        storage: Object.fromEntries(
          Object.keys(account.storage ?? {}).map((slot) => [slot, state.read(`s:${address}:${slot}` as Location)]),
        ),
      };
      expect({ address, ...found }).toMatchObject(
        account.deleted ? { address, balance: 0n, nonce: 0n } : { address, ...account },
      );
      changed.delete(address as Address);
    }
    // The system contracts' own changes come before the transactions.
    const system = ['0x000f3df6d732807ef1319fb7b8bb8522d0beac02', '0x0000f90827f1c53a10cb7a02335b175320002935'];
    expect([...changed].filter((address) => !system.includes(address))).toEqual([]);
  });
});
