import { ENGINES } from '../../engines/index.ts';
import { createScriptedExecutor } from '../../engines/scripted.ts';
import type { CreditMode, Executor, FeeMode, FinalExecution } from '../../model/execution.ts';
import { gas, laneIndex, type LaneIndex, txIndex, type TxIndex } from '../../model/ids.ts';
import type { Location, Value } from '../../model/location.ts';
import { DRAWN_COINBASE, type DrawnTransaction, parseDrawnBlock, printEvents } from '../../model/notation.ts';
import { emptyValue } from '../../model/location.ts';
import { createLatestMemory } from '../../engines/latest-memory.ts';
import type { EngineRequest } from '../../engines/engine.ts';
import {
  type CostModel,
  DEFAULT_ENGINE_OPTIONS,
  type EngineId,
  type EngineOptions,
  ZERO_COSTS,
} from '../../model/settings.ts';
import type { CompletedRun } from '../completed-run.ts';
import { buildAccessList } from '../../analysis/build-access-list.ts';
import { tamperedList } from '../access-list.ts';
import { findAccesses } from '../accesses.ts';
import { findDependencies } from '../dependencies.ts';
import { runVirtual } from './run-virtual.ts';

/** Test support: how a drawn block is run. */
export interface DrawnRun {
  readonly engine: EngineId;
  readonly lanes: number;
  readonly options?: Partial<EngineOptions>;
  readonly costs?: Partial<CostModel>;
  readonly fees?: FeeMode;
  readonly credits?: CreditMode;
  readonly pins?: readonly (readonly [number, number])[];
  readonly drawn?: readonly (readonly number[])[];
  /** Values before the block, by location; others are empty. */
  readonly prestate?: ReadonlyMap<Location, Value>;
}

/** Executes drawn transactions one after the other. */
export async function runDrawnSerially(block: readonly DrawnTransaction[], how: DrawnRun, order?: readonly TxIndex[]) {
  const memory = createLatestMemory(memoryInput(how));
  const executor = createScriptedExecutor(block, DRAWN_COINBASE);
  const executions: FinalExecution[] = [];
  for (const tx of order ?? block.map((_, i) => txIndex(i))) {
    const view = { read: (location: Location): Value => toValue(memory.read(location, tx)) };
    const execution = await executor.execute(tx, view, termsOf(how));
    if (execution.kind === 'blocked') throw new Error('blocked in serial execution');
    memory.publish({ tx, incarnation: 0 }, execution.recording);
    executions[tx] = execution;
  }
  const touched = executions.flatMap(({ recording }) => recording.writes.map(({ location }) => location));
  const valueAt = (location: Location): Value => toValue(memory.read(location, txIndex(block.length)));
  return { executions, touched, valueAt };
}

function toValue(read: ReturnType<ReturnType<typeof createLatestMemory>['read']>): Value {
  if (read.kind === 'blocked') throw new Error('blocked in memory of the latest write');
  return read.value;
}

const termsOf = ({ fees = 'delta', credits = 'strict' }: DrawnRun) => ({ fees, credits });

const memoryInput = ({ prestate }: DrawnRun) => ({
  prestate: (location: Location): Value => prestate?.get(location) ?? emptyValue(location),
  coinbase: DRAWN_COINBASE,
});

export async function toDrawnRequest(block: readonly DrawnTransaction[], how: DrawnRun): Promise<EngineRequest> {
  const { executions } = await runDrawnSerially(block, how);
  const hints = how.options?.hints;
  return {
    transactions: block.length,
    lanes: how.lanes,
    options: { ...DEFAULT_ENGINE_OPTIONS, ...how.options },
    pins: new Map<TxIndex, LaneIndex>(how.pins?.map(([tx, lane]) => [txIndex(tx), laneIndex(lane)])),
    drawn: (how.drawn ?? []).map((lane) => lane.map(txIndex)),
    dependencies: hints
      ? hints.map((list) => list.map((on) => ({ on: txIndex(on) })))
      : findDependencies({ executions, ...memoryInput(how) }),
    accesses: findAccesses({ executions, ...memoryInput(how) }),
    exact: hints === undefined,
    ...(how.engine === 'block-access-list' && {
      list: tamperedList(buildAccessList({ executions, ...memoryInput(how), systemWrites: [] }), how.options?.tamper),
    }),
    gas: executions.map((execution) => (execution.kind === 'executed' ? execution.receipt.gasUsed : gas(0))),
    senders: block.map(({ sender }) => sender),
    coinbase: DRAWN_COINBASE,
  };
}

export async function runDrawn(
  block: readonly DrawnTransaction[],
  how: DrawnRun,
  createExecutor: () => Promise<Executor> = async () => createScriptedExecutor(block, DRAWN_COINBASE),
): Promise<CompletedRun> {
  const request = await toDrawnRequest(block, how);
  const outcome = await runVirtual({
    engine: ENGINES[how.engine],
    request,
    memory: { ...memoryInput(how), ...(request.list && { list: request.list }) },
    costs: { ...ZERO_COSTS, ...how.costs },
    terms: termsOf(how),
    createExecutor,
  });
  if (outcome.kind !== 'done') throw new Error('cancelled by nobody');
  return outcome.run;
}

/** Draws a block, runs it, prints what happened. */
export async function logOf(drawing: string, how: DrawnRun): Promise<string> {
  return printEvents((await runDrawn(parseDrawnBlock(drawing), how)).events);
}

/** A drawing in a template literal, without the indentation of its place in the code. */
export function drawn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}
