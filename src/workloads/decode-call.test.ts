import { encodeErrorResult, encodeFunctionData, type Abi } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../model/scenario.ts';
import { call, composeScenario, instance, pay, person, token } from './compose.ts';
import { buildBlock } from './build-block.ts';
import { createDecoder } from './decode-call.ts';
import { LIBRARY } from './library.ts';
import { addressFromName } from './name-book.ts';

const scenario: Scenario = composeScenario({
  title: '',
  note: '',
  accounts: [person('alice'), person('bob')],
  contracts: [token('USDC', { alice: 100n }), instance('Records', 'records')],
  transactions: [call('alice', 'USDC', 'transfer', ['bob', '1200']), pay('alice', 'bob', 1n)],
});
const decoder = createDecoder(scenario);
const USDC = addressFromName('USDC');

describe('decoder', () => {
  it('reads a composed call and the same calldata sent raw or by a real transaction alike', () => {
    const [composed] = scenario.transactions;
    const ready = buildBlock(scenario).block?.transactions[0];
    if (!composed || !ready) throw new Error('no transaction');
    const expected = (value: string) => ({
      contract: 'USDC',
      name: 'transfer',
      args: [
        { name: 'to', type: 'address', value: 'bob' },
        { name: 'amount', type: 'uint256', value },
      ],
    });
    expect(decoder.call(composed)).toEqual(expected('1200'));
    expect(decoder.call({ id: 'r', kind: 'raw', from: 'alice', to: 'USDC', value: 0n, data: ready.data })).toEqual(
      expected('1,200'),
    );
    expect(decoder.call({ id: 's', kind: 'signed', tx: ready })).toEqual(expected('1,200'));
  });

  it('gives nothing for what no function explains', () => {
    const raw = { id: 'r', kind: 'raw', from: 'alice', value: 0n } as const;
    expect(decoder.call({ ...raw, to: 'USDC', data: '0x12345678' })).toBeNull();
    expect(decoder.call({ ...raw, to: 'USDC', data: '0xa9059cbb00' })).toBeNull();
    expect(decoder.call({ ...raw, data: '0x00' })).toBeNull();
    expect(decoder.call({ ...pay('alice', 'bob', 1n), id: 'p' } as Scenario['transactions'][number])).toBeNull();
  });

  it('reads logs, indexed arguments and bytes', () => {
    const topic = (name: string) => `0x${addressFromName(name).slice(2).padStart(64, '0')}` as const;
    const data = `0x${'ab'.repeat(32)}` as const;
    const unknown = `0x${'12'.repeat(32)}` as const;
    expect(decoder.log({ address: USDC, topics: [unknown], data })).toBeNull();
    const transfer = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
    const log = {
      address: USDC,
      topics: [transfer, topic('alice'), topic('bob')] as const,
      data: `0x${'0'.repeat(61)}4d2` as const,
    };
    expect(decoder.log(log)).toEqual({
      contract: 'USDC',
      name: 'Transfer',
      args: [
        { name: 'from', type: 'address', value: 'alice' },
        { name: 'to', type: 'address', value: 'bob' },
        { name: 'amount', type: 'uint256', value: '1,234' },
      ],
    });
    expect(decoder.log({ ...log, address: addressFromName('alice') })).toBeNull();
  });

  it("reads a contract's own errors, also those of a contract it called, and Solidity's", () => {
    const abi = LIBRARY.token.artifact.abi as Abi;
    const output = encodeErrorResult({
      abi,
      errorName: 'InsufficientBalance',
      args: [addressFromName('bob'), 5n, 7000n],
    });
    const decoded = decoder.error(addressFromName('Records'), output);
    expect(decoded?.contract).toBe('USDC');
    expect(decoded?.args.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'holder bob',
      'balance 5',
      'needed 7,000',
    ]);
    const panic = encodeFunctionData({
      abi: [{ type: 'function', name: 'Panic', inputs: [{ type: 'uint256' }], outputs: [], stateMutability: 'view' }],
      args: [17n],
    });
    expect(decoder.error(USDC, panic)).toEqual({
      contract: '',
      name: 'Panic',
      args: [{ name: 'code', type: 'uint256', value: '17' }],
    });
    expect(decoder.error(USDC, '0x')).toBeNull();
  });
});
