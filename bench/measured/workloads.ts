import type { Block } from '../../src/model/block.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { buildBlock } from '../../src/workloads/build-block.ts';
import { call, composeScenario, each, person, pool, token } from '../../src/workloads/compose.ts';
import { generateScenario } from '../../src/workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../src/workloads/generate/options.ts';

const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

export const WORKLOADS = { transfers: independentTransfers, swaps: separateSwaps, generated };
export type Workload = keyof typeof WORKLOADS;

/** Each sender pays a receiver of its own. */
function independentTransfers(count: number): Block {
  const [senders, receivers] = [names('sender', count), names('receiver', count)];
  return build(
    composeScenario({
      title: 'Independent transfers',
      note: '',
      accounts: [...senders, ...receivers].map((name) => person(name)),
      contracts: [token('USDC', each(senders, 1000n))],
      transactions: senders.map((from, i) => call(from, 'USDC', 'transfer', [receivers[i] ?? '', '10'])),
    }),
  );
}

/** Each trader swaps in a pool of its own, of the same two tokens. */
function separateSwaps(count: number): Block {
  const [traders, pools] = [names('trader', count), names('pool', count)];
  return build(
    composeScenario({
      title: 'Separate pools',
      note: '',
      accounts: traders.map((name) => person(name)),
      contracts: [
        token('USDC', { ...each(traders, 100_000n), ...each(pools, 1_000_000n) }),
        token('WETH', { ...each(traders, 50n), ...each(pools, 500n) }),
        ...pools.map((name) => pool(name, ['USDC', 'WETH'], [1_000_000n, 500n])),
      ].map((contract) =>
        contract.name === 'USDC' || contract.name === 'WETH'
          ? { ...contract, storage: { ...contract.storage, ...allowances(traders, pools) } }
          : contract,
      ),
      transactions: traders.map((from, i) => call(from, pools[i] ?? '', 'swap', ['USDC', '8000', '0'])),
    }),
  );
}

/** Each trader lets its own pool take what it wants. */
function allowances(traders: readonly string[], pools: readonly string[]): Record<string, string> {
  const unlimited = (2n ** 256n - 1n).toString();
  return Object.fromEntries(traders.map((trader, i) => [`allowance[${trader}][${pools[i]}]`, unlimited]));
}

/** What the generator makes of its usual mix: hot accounts, pools and counters among much that is independent. */
function generated(count: number): Block {
  return build(generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: count, accounts: 200 }));
}

function build(scenario: Scenario): Block {
  const { block, problems } = buildBlock(scenario);
  if (!block || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return block;
}
