import type { CreditMode, FeeMode } from '../../model/execution.ts';
import { txIndex } from '../../model/ids.ts';
import type { MemoryInput } from '../../engines/memory.ts';
import type { ExecutorPool } from './executor-pool.ts';
import { instantNow } from './protocol.ts';
import type { RunMemories } from './run-memory.ts';

/** How long a worker executes in its life before its times count, ms: by then V8 has compiled most of the EVM. */
const WARM_MS = 1000;
/** A block longer than this isn't executed whole for warming up, ms. */
const WARM_LIMIT_MS = 2000;
/** A short block is measured several times, up to this, ms, and the median counts: 5 µs of clock are 5 % of a transfer. */
const MEASURE_MS = 50;
const MOST_ROUNDS = 9;
/** Transactions per message. Nothing is in parallel here; it only keeps progress and cancellation alive. */
const CHUNK = 64;

export interface MeasureSerialInput {
  readonly pool: ExecutorPool;
  /** What the block is executed on here is what a run has: the same work, alone. */
  readonly memories: RunMemories;
  readonly memoryInput: MemoryInput;
  readonly lanes: number;
  readonly transactions: number;
  readonly fees: FeeMode;
  readonly credits: CreditMode;
  readonly signal: AbortSignal;
  /** A worker that is silent for longer than this over one message counts as hung, ms. */
  readonly limitMs: number;
  readonly onProgress: (done: number) => void;
}

/**
 * Makes every worker execute the block before its times count, all at once: an executor that hasn't run yet is several times
 * slower, and would make the parallel run look bad or, if only the serial pass ran cold, good. Workers that have done it are left
 * alone.
 */
export async function warmUp(input: MeasureSerialInput): Promise<void> {
  const { pool } = input;
  await Promise.all(
    Array.from({ length: input.lanes }, async (_, lane) => {
      const begun = instantNow();
      const tooLong = (): boolean => instantNow() - begun > WARM_LIMIT_MS;
      while (!pool.warmth(lane).knowsBlock || (pool.warmth(lane).ms < WARM_MS && !tooLong())) {
        await runOnce(input, lane, tooLong);
        pool.setKnowsBlock(lane);
      }
    }),
  );
}

/** What one lane needs for each transaction, µs: the block in block order on one worker, alone, around the EVM only. */
export async function measureSerial(input: MeasureSerialInput): Promise<readonly number[]> {
  const rounds: number[][] = [];
  let total = 0;
  while (rounds.length === 0 || (total < MEASURE_MS && rounds.length < MOST_ROUNDS)) {
    const round = await runOnce(input, 0, () => false, rounds.length === 0 ? input.onProgress : undefined);
    rounds.push(round);
    total += round.reduce((sum, time) => sum + time, 0) / 1000;
  }
  return Array.from({ length: input.transactions }, (_, tx) => median(rounds.map((round) => round[tx] ?? 0)));
}

/** The block in block order on one worker, from an empty memory; µs by transaction. Stops early when `enough`. */
async function runOnce(
  { pool, memories, memoryInput, transactions, fees, credits, signal, limitMs }: MeasureSerialInput,
  lane: number,
  enough: () => boolean,
  onProgress?: (done: number) => void,
): Promise<number[]> {
  const { transport, terms, release } = memories.create({
    ...memoryInput,
    policy: 'newest-lower',
    transactions,
    lanes: lane + 1,
    workersPublish: true,
  });
  await pool.begin(lane, { ...terms, fees, credits });
  const times: number[] = [];
  while (times.length < transactions && !enough()) {
    signal.throwIfAborted();
    const versions = Array.from({ length: Math.min(CHUNK, transactions - times.length) }, (_, i) => ({
      tx: txIndex(times.length + i),
      incarnation: 0,
    }));
    // What happens in a replica is nobody else's concern here, so there are no updates.
    const batch = transport.batchFor(lane, versions);
    const answer = await pool.run(lane, batch, limitMs);
    for (const { start, end } of transport.resultsOf(batch, answer)) times.push((end - start) * 1000);
    onProgress?.(times.length);
  }
  release();
  return times;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
