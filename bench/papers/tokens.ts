import { DEFAULT_ENGINE_OPTIONS, type LockGranularity } from '../../src/model/settings.ts';
import { createTokenBlock } from '../../src/workloads/published/token-block.ts';
import { createBed } from './measure.ts';
import { type Section, times } from './table.ts';

const LANES = [1, 2, 4, 8, 16];
const TRANSACTIONS = 1_000;
const GRANULARITIES: readonly LockGranularity[] = ['account', 'slot'];

/** Solana locks accounts (Sealevel); a balance of an ERC-20 is a slot of the token's account. */
export const tokens: Section = {
  id: 'tokens',
  async *tables() {
    const bed = await createBed(createTokenBlock(TRANSACTIONS));
    const rows: string[][] = [];
    for (const lockGranularity of GRANULARITIES) {
      const settings = { engine: 'account-locks', options: { ...DEFAULT_ENGINE_OPTIONS, lockGranularity } } as const;
      const runs = await bed.run(LANES.map((lanes) => ({ ...settings, lanes })));
      rows.push([`locks on ${lockGranularity}s`, ...runs.map(({ speedup }) => times(speedup))]);
    }
    const bounds = (await bed.run(LANES.map((lanes) => ({ engine: 'sequential', lanes })))).map(
      ({ criticalPath, work }, i) => times(Math.min(LANES[i] ?? 1, work / criticalPath)),
    );
    rows.push(['bound', ...bounds]);
    yield {
      title: `${TRANSACTIONS.toLocaleString('en')} transfers of one ERC-20 token among 1,000 people, by what a lock covers`,
      notes: ['Declared locks. No costs: time is gas.'],
      columns: ['', ...LANES.map((lanes) => `${lanes}`)],
      rows,
    };
  },
};
