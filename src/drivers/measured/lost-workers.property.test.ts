import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENGINES } from '../../engines/index.ts';
import { createScriptedExecutor } from '../../engines/scripted.ts';
import type { Block } from '../../model/block.ts';
import type { RunEvent } from '../../model/events.ts';
import { emptyValue } from '../../model/location.ts';
import { DRAWN_COINBASE, type DrawnTransaction, wordToLocation } from '../../model/notation.ts';
import { DEFAULT_ENGINE_OPTIONS } from '../../model/settings.ts';
import { drawnBlock } from '../virtual/random-drawn-block.ts';
import { fitChoices, type RunChoices, runChoices } from '../virtual/run-choices.ts';
import { runDrawnSerially, toDrawnRequest } from '../virtual/run-drawn.ts';
import { createMortalWorkers } from './mortal-workers.ts';
import { createRunMemories } from './run-memory.ts';
import { runOnPool } from './run-on-pool.ts';

const RUNS = process.env.LONG === '1' ? 5_000 : 400;
const BLOCK: Block = {
  hardfork: 'cancun',
  chainId: 1n,
  env: { number: 1n, timestamp: 1n, coinbase: DRAWN_COINBASE, gasLimit: 30_000_000n },
  prestate: {},
  transactions: [],
};

interface Case {
  readonly block: readonly DrawnTransaction[];
  readonly choices: RunChoices;
  readonly share: boolean;
  /** Expected of each transaction, µs: of short ones many are sent at a time. */
  readonly cost: number;
  /** Moments at which the worker that has come so far dies. Two can't make a run fail: a task is tried three times. */
  readonly fatal: readonly number[];
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  // Longer ones, too: as many tasks as a small queue has room for, and more.
  block: fc.array(drawnBlock, { minLength: 1, maxLength: 4 }).map((parts) => parts.flat()),
  // Half of the time nothing is pinned: then all lanes may share a desk.
  choices: fc.oneof(
    runChoices,
    runChoices.map((choices): RunChoices => ({ ...choices, pinned: [] })),
  ),
  share: fc.boolean(),
  cost: fc.constantFrom(20, 300),
  fatal: fc.array(fc.nat(60), { maxLength: 2 }),
});

async function expectSerialResult({ block, choices, share, cost, fatal }: Case): Promise<void> {
  const how = fitChoices(choices, block.length);
  const request = await toDrawnRequest(block, how);
  const { pool } = createMortalWorkers(() => createScriptedExecutor(block, DRAWN_COINBASE), new Set(fatal));
  const prepare = (): Promise<void> => pool.prepare(request.lanes, 1, BLOCK);
  await prepare().catch(prepare).catch(prepare);
  const events: RunEvent[] = [];
  const run = await runOnPool(
    {
      pool,
      memories: createRunMemories(share),
      memoryInput: { prestate: emptyValue, coinbase: DRAWN_COINBASE, ...(request.list && { list: request.list }) },
      engine: ENGINES[how.engine],
      request,
      terms: { fees: how.fees, credits: how.credits },
      patienceMs: 60_000,
      signal: new AbortController().signal,
    },
    block.map(() => cost),
    (more) => events.push(...more),
  );
  pool.dispose();
  const serial = await runDrawnSerially(block, how, run.serialOrder);
  // What was read knows where it came from here, too.
  expect(run.finals.map(({ execution }) => execution)).toMatchObject(serial.executions);
  expect(events).toEqual(run.events);
  expectSound(events, block.length, new Map(how.pins));
}

/** In order of time; each incarnation executed once, where it is pinned; each transaction committed once. */
function expectSound(events: readonly RunEvent[], transactions: number, pins: ReadonlyMap<number, number>): void {
  const times = events.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const executions = events.filter((event) => event.kind === 'started' && event.task === 'execute');
  const names = executions.map(
    (event) => event.kind === 'started' && `${event.version.tx}.${event.version.incarnation}`,
  );
  expect(new Set(names).size).toBe(names.length);
  for (const event of executions) {
    if (event.kind === 'started') expect(event.lane).toBe(pins.get(event.version.tx) ?? event.lane);
  }
  const committed = events.flatMap((event) => (event.kind === 'committed' ? [event.version.tx] : []));
  expect([...committed].sort((a, b) => a - b)).toEqual(Array.from({ length: transactions }, (_, tx) => tx));
}

/** A choice of everything that isn't drawn. */
const PLAIN: RunChoices = {
  engine: 'dag',
  lanes: 3,
  fees: 'delta',
  credits: 'strict',
  costs: { gasPerMicrosecond: 100, dispatch: 0, validationPerRead: 0, coldRead: 0 },
  options: DEFAULT_ENGINE_OPTIONS,
  pinned: [],
  dealt: [],
  hinted: null,
};

test.each(['dag', 'rounds', 'in-order', 'block-stm', 'block-access-list'] as const)(
  '%s: what a lost worker was to do is done, however full the queues of the others are',
  async (engine) => {
    const block = Array.from({ length: 15 }, (): DrawnTransaction => {
      return { sender: DRAWN_COINBASE, fee: 0n, steps: [{ kind: 'read', location: wordToLocation('a') }] };
    });
    const moments = Array.from({ length: 12 }, (_, moment) => 3 + moment);
    for (const moment of moments)
      await expectSerialResult({ block, choices: { ...PLAIN, engine }, share: true, cost: 20, fatal: [moment] });
  },
);

test(`whatever workers are lost, and when: ${RUNS} runs end, with the serial result`, {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, (one) => expectSerialResult(one)),
    { numRuns: RUNS, timeout: 30_000 },
  );
});
