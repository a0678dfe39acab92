import type { Block } from '../../model/block.ts';
import { buildBlock } from '../build-block.ts';
import { call, composeScenario, each, type NewTx, person, pool, token } from '../compose.ts';

/** What the links of a chain do: pass on what the one before has sent, or swap in one pool. */
export type ChainKind = 'transfers' | 'swaps';

/** A block in which every transaction depends on the one before it. */
export function createChainBlock(kind: ChainKind, transactions: number): Block {
  const people = Array.from({ length: transactions + 1 }, (_, i) => `p${i}`);
  const senders = people.slice(0, -1);
  const links: Readonly<Record<ChainKind, () => readonly NewTx[]>> = {
    transfers: () => senders.map((from, i) => call(from, 'USDC', 'transfer', [people[i + 1] ?? '', '500'])),
    swaps: () => senders.map((from) => call(from, 'pool', 'swap', ['USDC', '100', '0'])),
  };
  const { block, problems } = buildBlock(
    composeScenario({
      title: 'A chain',
      note: '',
      accounts: people.map((name) => person(name)),
      contracts: [
        token('USDC', { ...each(people, 1_000n), pool: 10n ** 12n }, ['pool']),
        token('WETH', { ...each(people, 1_000n), pool: 10n ** 12n }, ['pool']),
        pool('pool', ['USDC', 'WETH'], [10n ** 12n, 10n ** 12n]),
      ],
      transactions: links[kind](),
    }),
  );
  if (!block) throw new Error(`the chain could not be built: ${problems[0]?.message}`);
  return block;
}
