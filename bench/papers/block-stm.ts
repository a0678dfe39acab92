import { costsFor, costsWithBottleneck, describeCosts } from './costs.ts';
import { createBed } from './measure.ts';
import { percent, type Section, type Table, times } from './table.ts';
import { createTransferBlock, type TransferShape } from './transfer-block.ts';

const ACCOUNTS = [2, 10, 100, 1_000, 10_000];
const LANES = [1, 2, 4, 8, 16, 32];

interface Setting {
  readonly name: string;
  readonly shape: TransferShape;
  /** Microseconds a transaction takes sequentially: the published throughput at 32 threads, divided by the speed-up there. */
  readonly microseconds: number;
}

const SETTINGS: readonly Setting[] = [
  { name: 'Diem', shape: { reads: 21, writes: 4 }, microseconds: 20 / 0.11 },
  { name: 'Aptos', shape: { reads: 8, writes: 5 }, microseconds: 17 / 0.17 },
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
