import { costsFor, costsWithBottleneck } from '../../src/workloads/published/costs.ts';
import { BLOCK_STM } from '../../src/workloads/published/published.ts';
import { createTransferBlock, type TransferShape } from '../../src/workloads/published/transfer-block.ts';
import { describeCosts } from './describe-costs.ts';
import { createBed } from './measure.ts';
import { percent, type Section, type Table, times } from './table.ts';

const { accounts: ACCOUNTS, lanes: LANES, settings } = BLOCK_STM;

interface Setting {
  readonly name: string;
  readonly shape: TransferShape;
  /** That a transaction takes sequentially. */
  readonly microseconds: number;
}

const SETTINGS: readonly Setting[] = [
  { name: 'Diem', shape: settings.diem, microseconds: settings.diem.microseconds },
  { name: 'Aptos', shape: settings.aptos, microseconds: settings.aptos.microseconds },
];

async function run({ name, shape, microseconds }: Setting, transactions: number, bottleneck: boolean): Promise<Table> {
  const rows: string[][] = [];
  let costs = '';
  for (const accounts of ACCOUNTS) {
    const bed = await createBed(createTransferBlock(transactions, accounts, shape));
    const { executions, gasUsed } = bed.analysis.serial;
    for (const { kind, recording } of executions) {
      if (kind !== 'executed' || recording.reads.length !== shape.reads || recording.writes.length !== shape.writes)
        throw new Error(`expected ${shape.reads} reads and ${shape.writes} writes of each transaction`);
    }
    const gas = Number(gasUsed) / transactions;
    const costModel = (bottleneck ? costsWithBottleneck : costsFor)(gas, microseconds);
    costs = describeCosts(costModel, gas);
    const runs = await bed.run(LANES.map((lanes) => ({ engine: 'block-stm', lanes, costs: costModel })));
    const { aborts = 0, incarnations = 0, bound = 0 } = runs.at(-1) ?? {};
    rows.push([
      accounts.toLocaleString('en'),
      ...runs.map(({ speedup }) => times(speedup)),
      times(bound),
      percent(aborts / transactions),
      times(incarnations / transactions),
    ]);
  }
  return {
    title: `Block-STM, ${name} payments (${shape.reads} reads, ${shape.writes} writes), ${transactions.toLocaleString('en')} transactions${bottleneck ? ', counters as a bottleneck' : ''}`,
    notes: [
      `Sequentially ${Math.round(microseconds)} µs a transaction in the paper. ${costs}`,
      'Aborts and executions: at 32 lanes, per transaction. Bound: min(lanes, work ÷ critical path) at 32 lanes.',
    ],
    columns: ['accounts', ...LANES.map((lanes) => `${lanes}`), 'bound', 'aborts', 'executions'],
    rows,
  };
}

/** Gelashvili et al., "Block-STM: Scaling Blockchain Execution by Turning Ordering Curse to a Performance Blessing", arXiv 2203.06871, section 4. */
export const blockStm: Section = {
  id: 'block-stm',
  async *tables({ long }) {
    for (const transactions of long ? [1_000, 10_000] : [1_000]) {
      for (const setting of SETTINGS) {
        yield await run(setting, transactions, false);
        yield await run(setting, transactions, true);
      }
    }
  },
};
