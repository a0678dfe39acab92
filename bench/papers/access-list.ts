import { DEFAULT_ENGINE_OPTIONS } from '../../src/model/settings.ts';
import { createBed } from './measure.ts';
import { loadRealBlock, realBlockNumbers } from './real-blocks.ts';
import { type Section, times } from './table.ts';

const LANES = [2, 4, 8, 16];

/** EIP-7928: with every post-value known, only the longest transaction is left to wait for. */
export const accessList: Section = {
  id: 'access-list',
  async *tables() {
    const rows: string[][] = [];
    for (const number of realBlockNumbers()) {
      const bed = await createBed(await loadRealBlock(number));
      const { gas, figures } = bed.analysis.graph;
      const longest = figures.gasUsed / Math.max(...gas);
      for (const listOrder of ['block-order', 'longest-first'] as const) {
        const options = { ...DEFAULT_ENGINE_OPTIONS, listOrder };
        const runs = await bed.run(LANES.map((lanes) => ({ engine: 'block-access-list', lanes, options })));
        const excess = runs.find(({ speedup, lanes }) => speedup > Math.min(lanes, longest) + 1e-9);
        if (excess) throw new Error(`block ${number}: ${excess.speedup} beats the bound at ${excess.lanes} lanes`);
        rows.push([
          `${number}, ${listOrder}`,
          ...runs.map(({ speedup }) => times(speedup)),
          times(longest),
          times(figures.speedupBound),
        ]);
      }
    }
    if (rows.length === 0) return;
    yield {
      title: 'Block access list against the longest transaction',
      notes: [
        'No costs: time is gas. The last two columns are limits: of this engine, and of those that respect dependencies.',
      ],
      columns: ['block, order', ...LANES.map((lanes) => `${lanes}`), 'work ÷ longest', 'work ÷ critical path'],
      rows,
    };
  },
};
