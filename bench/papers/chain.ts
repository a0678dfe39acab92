import { type ChainKind, createChainBlock } from '../../src/workloads/published/chain-block.ts';
import { costsFor } from '../../src/workloads/published/costs.ts';
import { CHAIN } from '../../src/workloads/published/published.ts';
import { describeCosts } from './describe-costs.ts';
import { createBed } from './measure.ts';
import { type Section, times } from './table.ts';

const TRANSACTIONS = 1_000;
const LANES = 32;

const NAMES: Readonly<Record<ChainKind, string>> = { transfers: 'ERC-20 transfers', swaps: 'pool swaps' };

export const chain: Section = {
  id: 'chain',
  async *tables() {
    const rows: string[][] = [];
    const notes: string[] = [];
    for (const kind of ['transfers', 'swaps'] as const) {
      const name = NAMES[kind];
      const published = CHAIN[kind];
      const { microseconds } = published;
      const bed = await createBed(createChainBlock(kind, TRANSACTIONS));
      const { longestChainTxs } = bed.analysis.graph.figures;
      if (longestChainTxs !== TRANSACTIONS)
        throw new Error(`${name}: the longest chain has only ${longestChainTxs} links`);
      const gas = Number(bed.analysis.serial.gasUsed) / TRANSACTIONS;
      const costs = costsFor(gas, microseconds);
      notes.push(
        `${name}: sequentially ${microseconds.toFixed(1)} µs a transaction there. ${describeCosts(costs, gas)}`,
      );
      const engines = ['dag', 'block-stm'] as const;
      const runs = await bed.run(engines.map((engine) => ({ engine, lanes: LANES, costs })));
      for (const [i, engine] of engines.entries()) {
        const { speedup = 0, utilisation = [], incarnations = 0 } = runs[i] ?? {};
        const busy = utilisation.reduce((sum, share) => sum + share, 0);
        rows.push([
          `${name}, ${engine}`,
          times(speedup),
          times(published[engine].speedup.least),
          times(busy),
          times(published[engine].busy.least),
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
