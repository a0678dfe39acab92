import { describe, expect, test } from 'vitest';
import { toAddress, txIndex } from '../model/ids.ts';
import { balanceOf, slotOf } from '../model/location.ts';
import { mappingSlot } from '../model/naming/encode-path.ts';
import { minimalHex, wordToBytes } from '../model/naming/word.ts';
import type { Scenario, ScenarioTx } from '../model/scenario.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { createNewScenario } from './new-scenario.ts';
import { callPhrase } from './phrases.ts';
import { presentationOf } from './presentation.ts';

const names = (scenario: Scenario) => presentationOf(scenario, buildBlock(scenario).block, null);
const withTxs = (...transactions: ScenarioTx[]): Scenario => ({ ...createNewScenario(), transactions });

describe('titles', () => {
  test('of the first example', () => {
    const scenario = EXAMPLES[0].scenario();
    const presentation = names(scenario);
    const shown = scenario.transactions.map(
      (_, i) => `${presentation.txTitle(txIndex(i))} | ${presentation.txSubtitle(txIndex(i))}`,
    );
    expect(shown).toContain('carol swaps USDC → WETH | pool.swap');
    expect(shown).toContain('dave swaps WETH → USDC | pool.swap');
    expect(shown).toContain('erin votes for 2 | Ballot.vote');
    expect(shown).toContain('frank mints | Drop.mint');
    expect(shown[0]).toBe('alice → bob | 1 ETH');
  });

  test.each([
    [['transfer', ['carol', '5']], 'bob → carol'],
    [['transferFrom', ['alice', 'carol', '5']], 'alice → carol'],
    [['increment', []], 'bob increments'],
    [['addLiquidity', ['1000000', '20']], 'bob adds liquidity 1,000,000, 20'],
    [['handOver', ['3', 'carol']], 'bob hands over 3, carol'],
    [['approve', ['pool', '1000000000000000000000']], 'bob approves pool, 1e21'],
    [['swap', ['USDC', '5', '0']], 'bob swaps USDC → WETH'],
    [['swap', ['DAI', '5', '0']], 'bob swaps DAI, 5'],
    [['leading', []], 'bob asks who leads'],
    [['pass', []], 'bob passes'],
    [['carry', []], 'bob carries'],
  ] as const)('%j', ([name, args], title) => {
    expect(callPhrase('bob', name, args, ['USDC', 'WETH'])).toBe(title);
  });

  test('of raw and unknown ones', () => {
    const presentation = names(
      withTxs(
        { id: '0', kind: 'raw', from: 'alice', data: '0x6001', value: 0n },
        { id: '1', kind: 'raw', from: 'alice', to: 'bob', data: '0xa9059cbb', value: 5n * 10n ** 17n },
        { id: '2', kind: 'raw', from: 'alice', to: `0x${'ab'.repeat(20)}`, data: '0x12345678', value: 0n },
      ),
    );
    expect(
      [0, 1, 2].map((i) => `${presentation.txTitle(txIndex(i))} | ${presentation.txSubtitle(txIndex(i))}`),
    ).toEqual([
      'alice deploys code | 2 bytes of init code',
      'alice calls bob | transfer, 0.5 ETH',
      'alice calls 0xabab…ab | call 0x12345678',
    ]);
    expect(presentation.txTitle(txIndex(9))).toBe('transaction 9');
  });
});

test('colours follow the order of the contracts; payments have the first', () => {
  const scenario = EXAMPLES[0].scenario();
  const presentation = names(scenario);
  const colorOf = new Map(
    scenario.transactions.map((tx, i) => [
      tx.kind === 'call' ? tx.contract : tx.kind,
      presentation.txColor(txIndex(i)),
    ]),
  );
  expect(colorOf.get('pay')).toBe(0);
  scenario.contracts.forEach(({ name }, i) => {
    if (colorOf.has(name)) expect(colorOf.get(name)).toBe(1 + (i % 7));
  });
});

describe('locations and addresses', () => {
  test('the fee recipient has a name of its own', () => {
    const scenario = createNewScenario();
    expect(names(scenario).locationName(balanceOf(scenario.env.coinbase))).toBe('fee recipient balance');
  });

  test('tokens that everybody knows are named on mainnet, unless the user calls them something else', () => {
    const weth = toAddress('0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2');
    const scenario = createNewScenario();
    expect(names(scenario).addressName(weth)).toBe('WETH');
    expect(names({ ...scenario, chainId: 10n }).addressName(weth)).toBe('0xc02a…c2');
    const account = { address: weth, name: 'wrapped', balance: 0n, nonce: 0n };
    expect(names({ ...scenario, accounts: [...scenario.accounts, account] }).addressName(weth)).toBe('wrapped');
  });

  test('a mapping of theirs is named by its key', () => {
    const scenario = createNewScenario();
    const weth = toAddress('0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2');
    const alice = scenario.accounts[0];
    if (!alice) throw new Error('the new scenario has nobody');
    const slot = mappingSlot(3n, wordToBytes(BigInt(alice.address)));
    expect(names(scenario).locationName(slotOf(weth, minimalHex(slot)))).toBe('WETH.balanceOf[alice]');
  });
});

test('asked again, it is the same; for another analysis it is another', () => {
  const scenario = createNewScenario();
  const { block } = buildBlock(scenario);
  expect(presentationOf(scenario, block, null)).toBe(presentationOf(scenario, block, null));
  expect(presentationOf({ ...scenario }, block, null)).not.toBe(presentationOf(scenario, block, null));
});
