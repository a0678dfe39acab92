import { runDrawn, runDrawnSerially } from '../../src/drivers/virtual/run-drawn.ts';
import { createRandom, randomInt } from '../../src/lib/random.ts';
import { parseDrawnBlock } from '../../src/model/notation.ts';
import type { CostModel } from '../../src/model/settings.ts';
import { costsFor, costsWithBottleneck } from '../../src/workloads/published/costs.ts';
import { CPP_BLOCK_STM } from '../../src/workloads/published/published.ts';
import { describeCosts } from './describe-costs.ts';
import { percent, type Section, type Table, times } from './table.ts';

const TRANSACTIONS = 10_000;
const GAS = 10_000;
const { accounts: ACCOUNTS, microseconds: MICROSECONDS, rows: PUBLISHED } = CPP_BLOCK_STM;

/** Two accounts are read, then 200 rounds of SHA-256 computed, then both are written; no senders and no nonces. */
function drawBlock(): string {
  const random = createRandom(42);
  const draw = (_: unknown, tx: number): string => {
    const a = randomInt(random, ACCOUNTS);
    const b = (a + 1 + randomInt(random, ACCOUNTS - 1)) % ACCOUNTS;
    return `${tx}: r a${a}, r a${b}, gas ${GAS}, w a${a}, w a${b}`;
  };
  return Array.from({ length: TRANSACTIONS }, draw).join('\n');
}

/** neo1202/parallel-block-stm, docs/experiments.md, run of 21 April 2026 (version 4). */
export const cppBlockStm: Section = {
  id: 'cpp-block-stm',
  async *tables() {
    yield await run('constant costs', costsFor(GAS, MICROSECONDS));
    yield await run('counters as a bottleneck', costsWithBottleneck(GAS, MICROSECONDS));
  },
};

async function run(name: string, costs: CostModel): Promise<Table> {
  const block = parseDrawnBlock(drawBlock());
  const serial = await runDrawnSerially(block, { engine: 'sequential', lanes: 1 });
  const rows: string[][] = [];
  for (const [lanes, speedup, aborts] of PUBLISHED) {
    const { finals, events } = await runDrawn(block, { engine: 'block-stm', lanes, costs });
    const wrong = finals.findIndex(({ execution }, tx) => {
      const expected = serial.executions[tx]?.recording.writes ?? [];
      return execution.recording.writes.some(({ value }, i) => value !== expected[i]?.value);
    });
    if (wrong >= 0) throw new Error(`transaction ${wrong} at ${lanes} lanes: not the serial result`);
    const makespan = events.at(-1)?.at ?? 0;
    const ours = (TRANSACTIONS * GAS) / makespan;
    const aborted = events.filter(({ kind }) => kind === 'aborted').length / TRANSACTIONS;
    rows.push([
      `${lanes}`,
      times(ours),
      times(speedup),
      `${ours >= speedup ? '+' : ''}${percent(ours / speedup - 1)}`,
      percent(aborted),
      `${aborts.toFixed(1)} %`,
      times((100 * aborted) / aborts),
    ]);
  }
  return {
    title: `A C++ Block-STM: 10,000 transactions, 1,000 accounts, 2 reads, 2 writes; ${name}`,
    notes: [
      `Sequentially ${MICROSECONDS.toFixed(1)} µs a transaction there. ${describeCosts(costs, GAS)}`,
      'Scripted transactions, as theirs are.',
    ],
    columns: ['lanes', 'ours', 'published', 'difference', 'aborts, ours', 'published', 'ratio'],
    rows,
  };
}
