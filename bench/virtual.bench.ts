import { createExecutor } from '../src/evm/executor.ts';
import { createMemo } from '../src/evm/memo.ts';
import { createMemoExecutor } from '../src/evm/memo-executor.ts';
import { effectivePrestate } from '../src/evm/system-calls.ts';
import { prepareRun } from '../src/drivers/prepare-run.ts';
import { analyseBlock } from '../src/drivers/run-block.ts';
import { runVirtual } from '../src/drivers/virtual/run-virtual.ts';
import type { Block } from '../src/model/block.ts';
import { BlockedRead, type Executor, type StateView } from '../src/model/execution.ts';
import type { TxIndex } from '../src/model/ids.ts';
import type { Location, Value } from '../src/model/location.ts';
import { createPrestateReader } from '../src/model/prestate.ts';
import { DEFAULT_SETTINGS, type EngineId, ZERO_COSTS } from '../src/model/settings.ts';
import { buildBlock } from '../src/workloads/build-block.ts';
import { generateScenario } from '../src/workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../src/workloads/generate/options.ts';
import type { Bench } from './bench.ts';
import { medianTimesMs } from './bench.ts';

const LANES = 16;
/** The first rounds are thrown away with the warm-up: by then both sides run as compiled code. */
const ROUNDS = 25;
const TERMS = { fees: 'delta', credits: 'strict' } as const;

/** An incarnation as it happened: which transaction, and what it was given to read, up to an ESTIMATE if it met one. */
interface Incarnation {
  readonly tx: TxIndex;
  readonly values: ReadonlyMap<Location, Value>;
  blockedBy?: TxIndex;
}

async function prepare(engine: EngineId) {
  const { block } = buildBlock(generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 400, accounts: 400 }));
  if (!block) throw new Error("the benchmark's block could not be built");
  const analysed = await analyseBlock(block, TERMS);
  if (analysed.kind !== 'done') throw new Error(analysed.kind);
  const settings = { ...DEFAULT_SETTINGS, engine, lanes: LANES };
  const prepared = prepareRun({ block, settings, pins: [], drawn: [] }, analysed.value.serial.executions);
  if (prepared.kind === 'refused') throw new Error(prepared.refusal.message);
  const prestate = createPrestateReader(effectivePrestate(block));
  return {
    block,
    engine: prepared.engine,
    request: prepared.request,
    memory: { prestate, coinbase: block.env.coinbase },
  };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** The block at 16 lanes in virtual time, on executors from `create`. */
async function run({ engine, request, memory }: Prepared, create: () => Promise<Executor>): Promise<void> {
  await runVirtual({ engine, request, memory, costs: ZERO_COSTS, terms: TERMS, createExecutor: create });
}

/** An executor that also notes down what each incarnation was given. */
function createNoting(executor: Executor, incarnations: Incarnation[]): Executor {
  return {
    preimages: executor.preimages,
    execute(tx, view, options) {
      const values = new Map<Location, Value>();
      const incarnation: Incarnation = { tx, values };
      incarnations.push(incarnation);
      const noting: StateView = {
        read(location) {
          try {
            const value = view.read(location);
            values.set(location, value);
            return value;
          } catch (error) {
            if (error instanceof BlockedRead) incarnation.blockedBy = error.by;
            throw error;
          }
        },
      };
      return executor.execute(tx, noting, options);
    },
  };
}

/** The same incarnations one after the other, on one executor, with the values they were given then. */
async function replay(executor: Executor, incarnations: readonly Incarnation[]): Promise<void> {
  for (const { tx, values, blockedBy } of incarnations) {
    const view: StateView = {
      read(location) {
        const value = values.get(location);
        if (value !== undefined) return value;
        throw new BlockedRead(location, blockedBy ?? tx);
      },
    };
    await executor.execute(tx, view, TERMS);
  }
}

/** What a round of the run in virtual time puts around its executors. */
type Wrap = (executor: Executor) => Executor;

/** Within a run no execution is repeated, as on the page; the next run starts with nothing. */
const rememberInRun = (): Wrap => {
  const memo = createMemo();
  return (executor) => createMemoExecutor(executor, memo);
};

async function ratio(
  engine: EngineId,
  createFor: (block: Block) => () => Promise<Executor>,
  wrapRound: () => Wrap = () => (executor) => executor,
): Promise<number> {
  const prepared = await prepare(engine);
  const create = createFor(prepared.block);
  const incarnations: Incarnation[] = [];
  await run(prepared, async () => createNoting(await create(), incarnations));
  // Executors are made once, so that the making of sixteen EVMs isn't compared with that of one.
  const pool = await Promise.all(Array.from({ length: LANES }, create));
  const serial = await create();
  const [virtual = Number.NaN, replayed = Number.NaN] = await medianTimesMs(
    ROUNDS,
    () => {
      const left = [...pool];
      const wrap = wrapRound();
      return run(prepared, async () => wrap(left.pop() ?? (await create())));
    },
    () => replay(serial, incarnations),
  );
  return virtual / replayed;
}

const goal = { op: '<=', value: 1.25 } as const;

export const benches: readonly Bench[] = [
  {
    name: `Virtual time at ${LANES} lanes against the same incarnations serially, Dependency DAG`,
    unit: '×',
    goal,
    run: () => ratio('dag', (block) => () => createExecutor(block)),
  },
  {
    name: 'the same, Block-STM (its scheduling and its validations are in it)',
    unit: '×',
    goal,
    run: () => ratio('block-stm', (block) => () => createExecutor(block)),
  },
  {
    name: `The page's run at ${LANES} lanes (remembers executions within the run) against the same incarnations serially on the EVM, Dependency DAG`,
    unit: '×',
    goal: null,
    run: () => ratio('dag', (block) => () => createExecutor(block), rememberInRun),
  },
  {
    name: "the page's run, Block-STM",
    unit: '×',
    goal: null,
    run: () => ratio('block-stm', (block) => () => createExecutor(block), rememberInRun),
  },
  {
    name: 'Virtual time, Block-STM, where all executions are remembered on both sides: the driver without the EVM',
    unit: '×',
    goal: null,
    run: () => {
      const memo = createMemo();
      return ratio('block-stm', (block) => async () => createMemoExecutor(await createExecutor(block), memo));
    },
  },
];
