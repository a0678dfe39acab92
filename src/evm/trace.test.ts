import { expect, test } from 'vitest';
import type { Block } from '../model/block.ts';
import { type Address, txIndex } from '../model/ids.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { createExecutor } from './executor.ts';
import { randomBlock } from './test-support/random-block.ts';
import { assemble } from './test-support/assemble.ts';
import { traceTransaction } from './trace.ts';

const SENDER = `0x${'0a'.repeat(20)}` as Address;
const OUTER = `0x${'0b'.repeat(20)}` as Address;
const INNER = `0x${'0c'.repeat(20)}` as Address;
const OPTIONS = { fees: 'delta', credits: 'strict' } as const;

const block: Block = {
  hardfork: 'cancun',
  chainId: 1n,
  env: { number: 1n, timestamp: 1n, coinbase: SENDER, gasLimit: 30_000_000n },
  prestate: {
    [SENDER]: { balance: 10n ** 18n, nonce: 0n, code: '0x', storage: {} },
    [OUTER]: { balance: 0n, nonce: 1n, code: assemble([0, 0, 0, 0, INNER, 'GAS', 'STATICCALL']), storage: {} },
    [INNER]: { balance: 0n, nonce: 1n, code: assemble([1, 'SLOAD']), storage: {} },
  },
  transactions: [
    { type: 0, from: SENDER, to: OUTER, nonce: 0n, gasLimit: 100_000n, value: 0n, data: '0x', gasPrice: 1n },
  ],
};

test('every opcode in order, with its frame, cost and stack', async () => {
  const view = { read: createPrestateReader(block.prestate) };
  const { steps, count } = await traceTransaction(block, txIndex(0), view, OPTIONS);
  expect(steps.map(({ depth, pc, name, cost }) => `${depth} ${pc} ${name} ${cost}`)).toEqual([
    '0 0 PUSH1 3',
    '0 2 PUSH1 3',
    '0 4 PUSH1 3',
    '0 6 PUSH1 3',
    '0 8 PUSH20 3',
    '0 29 GAS 2',
    '0 30 STATICCALL 2600',
    '1 0 PUSH1 3',
    '1 2 SLOAD 2100',
  ]);
  expect(count).toBe(9);
  expect(steps[6]).toMatchObject({ address: OUTER, stackSize: 6, gasLeft: 100_000n - 21_000n - 17n });
  expect(steps[6]?.stack[1]).toBe(BigInt(INNER));
  expect(steps[8]).toMatchObject({ address: INNER, stack: [1n], location: `s:${INNER}:0x1` });
  expect(steps.map(({ location }) => location).filter(Boolean)).toEqual([`c:${INNER}`, `s:${INNER}:0x1`]);
});

test('tracing changes nothing, and keeps no more steps than it is told', async () => {
  for (let seed = 0; seed < 10; seed++) {
    const random = randomBlock(seed, 1);
    const view = { read: createPrestateReader(random.prestate) };
    const traced = await traceTransaction(random, txIndex(0), view, OPTIONS, 5);
    expect(traced.steps.length).toBe(Math.min(traced.count, 5));
    expect(traced.execution).toEqual(await (await createExecutor(random)).execute(txIndex(0), view, OPTIONS));
  }
});
