import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryFor } from '../../engines/create-memory.ts';
import type { OriginatedRead } from '../../engines/engine.ts';
import { createExecutor } from '../../evm/executor.ts';
import type { Origin } from '../../model/events.ts';
import type { Execution } from '../../model/execution.ts';
import { gas, toAddress, txIndex } from '../../model/ids.ts';
import { balanceOf, nonceOf } from '../../model/location.ts';
import { createPrestateReader } from '../../model/prestate.ts';
import { randomBlock } from '../../workloads/random-block.ts';
import { packResults, unpackResults } from './packed-results.ts';
import type { TaskResult } from './protocol.ts';

const account = toAddress(`0x${'aa'.repeat(20)}`);

function read(origin: Origin, at = 0): OriginatedRead {
  return { location: balanceOf(account), value: 7n, at: gas(at), credit: at > 0, origin };
}
function result(execution: Execution, reads: readonly OriginatedRead[] = []): TaskResult {
  return {
    version: { tx: txIndex(3), incarnation: 2 },
    execution,
    reads,
    readAt: reads.map((_, i) => i + 0.5),
    start: 1.5,
    end: 2.5,
  };
}

test('every kind of result comes out as it went in', () => {
  const version = { tx: txIndex(1), incarnation: 4 };
  const reads = [
    read({ kind: 'prestate' }),
    read({ kind: 'version', version }, 10),
    read({ kind: 'sum', base: null, terms: 3, youngest: version }, 20),
  ];
  const recording = {
    reads: [],
    writes: [
      { location: balanceOf(account), before: 7n, value: 8n },
      { location: nonceOf(account), before: 0n, value: 1n },
    ],
    credits: [{ address: account, amount: 5n }],
    fee: 9n,
    bareAccesses: [account],
  };
  const nothing = { reads: [], writes: [], credits: [], fee: 0n };
  const log = { address: account, topics: ['0x01', '0x02'] as const, data: '0x03' as const };
  const receipt = {
    type: 2,
    success: true,
    gasUsed: gas(21_000),
    logs: [log, { ...log, topics: [] }],
    output: '0x',
  } as const;
  const results = [
    result({ kind: 'executed', receipt, recording }, reads),
    result({ kind: 'executed', receipt: { ...receipt, success: false, error: 'revert' }, recording }, reads),
    result({ kind: 'executed', receipt: { ...receipt, createdAddress: account }, recording: nothing }),
    result({ kind: 'invalid', reason: { code: 'nonce', message: 'too low' }, recording: nothing }, reads),
    result({ kind: 'blocked', location: balanceOf(account), by: txIndex(2), at: gas(5), recording: nothing }, reads),
  ];
  expect(unpackResults(structuredClone(packResults(results)))).toEqual(results);
});

test('so do executions of random blocks', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 12 }), async (seed, size) => {
      const block = randomBlock(seed, size);
      const executor = await createExecutor(block);
      const memory = createMemoryFor('newest-lower', {
        prestate: createPrestateReader(block.prestate),
        coinbase: block.env.coinbase,
      });
      const results: TaskResult[] = [];
      for (let n = 0; n < size; n++) {
        const tx = txIndex(n);
        const view = {
          read(location: Parameters<typeof memory.read>[0]) {
            const found = memory.read(location, tx);
            if (found.kind === 'blocked') throw new Error('nothing is marked in this test');
            return found.value;
          },
        };
        const execution = await executor.execute(tx, view, { fees: 'delta', credits: 'commutative' });
        memory.publish({ tx, incarnation: 0 }, execution.recording);
        const reads = execution.recording.reads.map((record): OriginatedRead => {
          const found = memory.read(record.location, tx);
          return { ...record, origin: found.kind === 'value' ? found.origin : { kind: 'prestate' } };
        });
        results.push({
          ...result({ ...execution, recording: { ...execution.recording, reads: [] } }, reads),
          version: { tx, incarnation: 0 },
        });
      }
      expect(unpackResults(structuredClone(packResults(results)))).toEqual(results);
    }),
    { numRuns: process.env.LONG ? 300 : 30 },
  );
});
