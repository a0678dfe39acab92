import { ENGINE_IDS, type EngineId } from '../../src/model/settings.ts';
import { createBed } from './measure.ts';
import { loadRealBlock, realBlockNumbers } from './real-blocks.ts';
import { percent, type Section, times } from './table.ts';

const LANES = [1, 2, 4, 8, 16];

/** Needn't wait for what a transaction depends on. */
const LIMITED_BY_LENGTH: readonly EngineId[] = ['block-access-list', 'race'];

/** Every engine on real blocks, and how much of such blocks is independent (arXiv 2505.05358). */
export const mainnet: Section = {
  id: 'mainnet',
  async *tables() {
    const shares: string[][] = [];
    for (const number of realBlockNumbers()) {
      const bed = await createBed(await loadRealBlock(number));
      const { transactions, independentTxs, longestChainTxs, speedupBound, gasUsed } = bed.analysis.graph.figures;
      const share = (count: number) => percent(count / transactions);
      shares.push([`${number}`, `${transactions}`, share(independentTxs), share(longestChainTxs), times(speedupBound)]);
      const longest = gasUsed / Math.max(...bed.analysis.graph.gas);
      const rows: string[][] = [];
      for (const engine of ENGINE_IDS) {
        const runs = await bed.run(LANES.map((lanes) => ({ engine, lanes })));
        const limit = LIMITED_BY_LENGTH.includes(engine) ? longest : speedupBound;
        const excess = runs.find(({ speedup, lanes }) => speedup > Math.min(lanes, limit) + 1e-9);
        if (excess && engine !== 'race')
          throw new Error(`block ${number}: ${engine} beats its bound at ${excess.lanes} lanes`);
        rows.push([
          engine === 'race' ? 'race (wrong result)' : engine,
          ...runs.map(({ speedup, aborts }) => (aborts > 0 ? `${times(speedup)} (${aborts})` : times(speedup))),
        ]);
      }
      rows.push(['bound, dependencies', ...LANES.map((lanes) => times(Math.min(lanes, speedupBound)))]);
      rows.push(['bound, longest transaction', ...LANES.map((lanes) => times(Math.min(lanes, longest)))]);
      yield {
        title: `Mainnet block ${number} (${transactions} transactions): speed-up by lanes`,
        notes: ['No costs: time is gas. In brackets: aborts.'],
        columns: ['engine', ...LANES.map((lanes) => `${lanes}`)],
        rows,
      };
    }
    if (shares.length === 0) return;
    yield {
      title: 'Independence in mainnet blocks',
      notes: [
        'Independent: in no conflict (read-write or write-write) with another transaction of the block. Longest chain: by transactions.',
      ],
      columns: ['block', 'transactions', 'independent', 'longest chain', 'work ÷ critical path'],
      rows: shares,
    };
  },
};
