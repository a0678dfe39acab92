import { createExecutor } from '../../src/evm/executor.ts';
import { createMemo, type Memo } from '../../src/evm/memo.ts';
import { memoryInputOf, prepareRun } from '../../src/drivers/prepare-run.ts';
import { analyseBlock } from '../../src/drivers/run-block.ts';
import { runVirtual } from '../../src/drivers/virtual/run-virtual.ts';
import type { RunEvent } from '../../src/model/events.ts';
import { BlockedRead, type Executor, type StateView } from '../../src/model/execution.ts';
import type { TxIndex } from '../../src/model/ids.ts';
import type { Location, Value } from '../../src/model/location.ts';
import { DEFAULT_SETTINGS, type EngineId, ZERO_COSTS } from '../../src/model/settings.ts';
import { buildBlock } from '../../src/workloads/build-block.ts';
import { generateScenario } from '../../src/workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS, type GeneratorOptions } from '../../src/workloads/generate/options.ts';

const TERMS = { fees: 'delta', credits: 'strict' } as const;

/** A block ready to be run in virtual time, and the same incarnations ready to be executed serially. */
export interface Workbench {
  /** `memo`: what is known of the block's executions beforehand; absent: nothing. */
  run(memo?: Memo): Promise<void>;
  /** What the block's analysis gets to know, anew each time: with that a run starts on the page. */
  analyse(): Promise<Memo>;
  /** Executes every incarnation of that run, with the values it was given, one after the other on one EVM. */
  replay(): Promise<void>;
}

export interface Workload {
  readonly engine: EngineId;
  readonly lanes: number;
  readonly block: Partial<GeneratorOptions>;
  /** Filled by the serial execution before the run, as on the page. */
  readonly memo?: Memo;
}

export async function createWorkbench({ engine, lanes, block: options, memo }: Workload): Promise<Workbench> {
  const { block } = buildBlock(generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, ...options }));
  if (!block) throw new Error("the benchmark's block could not be built");
  const analysed = await analyseBlock(block, TERMS, memo ? { memo } : {});
  if (analysed.kind !== 'done') throw new Error(analysed.kind);
  const settings = { ...DEFAULT_SETTINGS, engine, lanes };
  const prepared = prepareRun({ block, settings, pins: [], drawn: [] }, analysed.value.serial.executions);
  if (prepared.kind === 'refused') throw new Error(prepared.refusal.message);

  // One for each side, made once: the making of an EVM isn't what is compared.
  const inVirtualTime = await createExecutor(block);
  const serially = await createExecutor(block);
  const run = async (known?: Memo): Promise<readonly RunEvent[]> => {
    const outcome = await runVirtual({
      engine: prepared.engine,
      request: prepared.request,
      memory: memoryInputOf(block, prepared.request),
      costs: ZERO_COSTS,
      terms: TERMS,
      createExecutor: async () => inVirtualTime,
      ...(known && { memo: known }),
    });
    if (outcome.kind !== 'done') throw new Error('cancelled by nobody');
    return outcome.run.events;
  };
  const incarnations = incarnationsIn(await run());
  return {
    run: async (known) => {
      await run(known);
    },
    async analyse() {
      const learnt = createMemo();
      await analyseBlock(block, TERMS, { memo: learnt });
      return learnt;
    },
    replay: () => replay(serially, incarnations),
  };
}

/** An incarnation as it happened: which transaction, and what it was given to read, up to an ESTIMATE if it met one. */
interface Incarnation {
  readonly tx: TxIndex;
  readonly values: Map<Location, Value>;
  blockedBy?: TxIndex;
}

function incarnationsIn(events: readonly RunEvent[]): readonly Incarnation[] {
  const found = new Map<string, Incarnation>();
  for (const event of events) {
    if (event.kind !== 'started' && event.kind !== 'read' && event.kind !== 'blocked') continue;
    if (event.kind === 'started' && event.task !== 'execute') continue;
    const { tx, incarnation } = event.version;
    const key = `${tx}.${incarnation}`;
    const known: Incarnation = found.get(key) ?? { tx, values: new Map() };
    if (event.kind === 'started') found.set(key, known);
    else if (event.kind === 'read') known.values.set(event.location, event.value);
    else known.blockedBy = event.by;
  }
  return [...found.values()];
}

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

/** ERC-20 transfers among 1,000 people, all alike. */
export const TRANSFERS = (transactions: number): Partial<GeneratorOptions> => ({
  transactions,
  accounts: 1_000,
  contention: 0,
  failing: 0,
  mix: { transfer: 1 },
});
