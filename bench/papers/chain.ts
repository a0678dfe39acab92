import type { Block } from '../../src/model/block.ts';
import { buildBlock } from '../../src/workloads/build-block.ts';
import { call, composeScenario, each, type NewTx, person, pool, token } from '../../src/workloads/compose.ts';
import { costsFor, describeCosts } from './costs.ts';
import { createBed } from './measure.ts';
import { type Section, times } from './table.ts';

const TRANSACTIONS = 1_000;
const LANES = 32;

const people = Array.from({ length: TRANSACTIONS + 1 }, (_, i) => `p${i}`);

/** Everybody passes on what the one before has sent. */
const passOn = (): NewTx[] =>
  people.slice(0, -1).map((from, i) => call(from, 'USDC', 'transfer', [people[i + 1] ?? '', '500']));
/** Everybody swaps in the same pool. */
const swap = (): NewTx[] => people.slice(0, -1).map((from) => call(from, 'pool', 'swap', ['USDC', '100', '0']));

function chainOf(transactions: readonly NewTx[]): Block {
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
      transactions,
    }),
  );
  if (!block) throw new Error(`the chain could not be built: ${problems[0]?.message}`);
  return block;
}

/** Sequential time of a transaction, speed-up of the DAG-guided Grevm 2.0 and of Block-STM (pevm), and their CPU use in lanes. */
const CHAINS = [
  { name: 'ERC-20 transfers', of: passOn, microseconds: 350_320 / 33_628, dag: [0.95, 1.28], blockStm: [0.69, 29.87] },
  { name: 'pool swaps', of: swap, microseconds: 550_190 / 6_414, dag: [0.97, 1.15], blockStm: [0.71, 27.61] },
] as const;

/** Galxe/grevm, docs/v2/grevm2.md, "Non-Parallelizable Transactions", tables 4 and 5: 32 vCPUs, no storage latency. */
export const chain: Section = {
  id: 'chain',
  async *tables() {
    const rows: string[][] = [];
    const notes: string[] = [];
    for (const { name, of, microseconds, dag, blockStm } of CHAINS) {
      const bed = await createBed(chainOf(of()));
      const { longestChainTxs } = bed.analysis.graph.figures;
      if (longestChainTxs !== TRANSACTIONS)
        throw new Error(`${name}: the longest chain has only ${longestChainTxs} links`);
      const gas = Number(bed.analysis.serial.gasUsed) / TRANSACTIONS;
      const costs = costsFor(gas, microseconds);
      notes.push(
        `${name}: sequentially ${microseconds.toFixed(1)} µs a transaction there. ${describeCosts(costs, gas)}`,
      );
      const runs = await bed.run((['dag', 'block-stm'] as const).map((engine) => ({ engine, lanes: LANES, costs })));
      for (const [i, published] of [dag, blockStm].entries()) {
        const { engine = '', speedup = 0, utilisation = [], incarnations = 0 } = runs[i] ?? {};
        const busy = utilisation.reduce((sum, share) => sum + share, 0);
        const [factor, lanes] = published;
        rows.push([
          `${name}, ${engine}`,
          times(speedup),
          times(factor),
          times(busy),
          times(lanes),
          times(incarnations / TRANSACTIONS),
        ]);
      }
    }
    yield {
      title: `A pure chain of ${TRANSACTIONS.toLocaleString('en')} transactions on ${LANES} lanes`,
      notes: [...notes, 'Lanes busy: time spent executing, as a number of lanes; published: CPU use ÷ 100 %.'],
      columns: ['', 'speed-up, ours', 'published', 'lanes busy, ours', 'published', 'executions each'],
      rows,
    };
  },
};
