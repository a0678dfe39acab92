import type { EngineInfo, EngineRequest } from '../engines/engine.ts';
import type { MemoryInput } from '../engines/memory.ts';
import { ENGINES } from '../engines/index.ts';
import { effectivePrestate } from '../evm/system-calls.ts';
import type { Block } from '../model/block.ts';
import type { CreditMode, FeeMode, FinalExecution } from '../model/execution.ts';
import { gas, laneIndex, type TxIndex, txIndex } from '../model/ids.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { Refusal } from '../model/refusal.ts';
import { MAX_LANES, type RunSettings } from '../model/settings.ts';
import { accessListOf, tamperedList } from './access-list.ts';
import { findAccesses } from './accesses.ts';
import { findDependencies } from './dependencies.ts';
import type { RunRequest } from './runner.ts';

export interface Terms {
  readonly fees: FeeMode;
  readonly credits: CreditMode;
}

/** Fees and credits as the engine will treat them: commutative credits are Block-STM's alone. */
export function termsOf({ engine, fees, credits }: RunSettings): Terms {
  return { fees, credits: engine === 'block-stm' ? credits : 'strict' };
}

export type Prepared =
  | { readonly kind: 'ready'; readonly engine: EngineInfo; readonly request: EngineRequest }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Checks what is to be run, and gives the engine all it may know beforehand. `executions` are those of serial execution, on
 * the terms of the run.
 */
export function prepareRun(run: RunRequest, executions: readonly FinalExecution[]): Prepared {
  const message = findProblem(run);
  if (message) return { kind: 'refused', refusal: { message } };
  const { block, settings, pins } = run;
  const engine = ENGINES[settings.engine];
  const hints = settings.engine === 'dag' ? settings.options.hints : undefined;
  const prestate = createPrestateReader(effectivePrestate(block));
  const recorded = { executions, prestate, coinbase: block.env.coinbase };
  const request: EngineRequest = {
    transactions: block.transactions.length,
    lanes: settings.lanes,
    options: settings.options,
    pins: new Map(pins.map(([tx, lane]) => [txIndex(tx), laneIndex(lane)])),
    drawn: completeDrawing(run),
    dependencies: hints ? hints.map((list) => list.map((on) => ({ on: txIndex(on) }))) : findDependencies(recorded),
    accesses: findAccesses(recorded),
    exact: hints === undefined,
    ...(settings.engine === 'block-access-list' && {
      list: tamperedList(accessListOf(block, executions), settings.options.tamper),
    }),
    gas: executions.map((execution) => (execution.kind === 'executed' ? execution.receipt.gasUsed : gas(0))),
    senders: block.transactions.map(({ from }) => from),
    coinbase: block.env.coinbase,
  };
  const refusal = engine.refusal?.(request);
  return refusal ? { kind: 'refused', refusal } : { kind: 'ready', engine, request };
}

/** What the memory of a run is made of. */
export function memoryInputOf(block: Block, { list }: Pick<EngineRequest, 'list'>): MemoryInput {
  const prestate = createPrestateReader(effectivePrestate(block));
  return { prestate, coinbase: block.env.coinbase, ...(list && { list }) };
}

function findProblem({ block, settings, pins, drawn }: RunRequest): string | null {
  const { lanes, clock } = settings;
  const count = block.transactions.length;
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > MAX_LANES[clock]) {
    return `Expected 1 to ${MAX_LANES[clock]} lanes (${clock} time), got ${lanes}. Choose another number of lanes.`;
  }
  for (const [tx, lane] of pins) {
    if (!isBelow(tx, count)) return `A pin names transaction ${tx}, but the block has ${count} transactions, from 0.`;
    if (!isBelow(lane, lanes)) {
      return `Transaction ${tx} is pinned to lane ${lane + 1}, but there are ${lanes} lanes. Unpin it or add lanes.`;
    }
  }
  const seen = new Set<number>();
  for (const [lane, txs] of drawn.entries()) {
    if (lane >= lanes && txs.length > 0)
      return `Something is drawn on lane ${lane + 1}, but there are ${lanes} lanes. Add lanes or move it.`;
    for (const tx of txs) {
      if (!isBelow(tx, count)) return `Lane ${lane + 1} names transaction ${tx}, but the block has ${count}, from 0.`;
      if (seen.has(tx)) return `Transaction ${tx} is drawn twice. Each belongs to one lane.`;
      seen.add(tx);
    }
  }
  return null;
}

function isBelow(value: number, limit: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < limit;
}

/** Transactions that no lane names are dealt out in block order: to the lane they are pinned to, else to each in turn. */
function completeDrawing({ block, settings, pins, drawn }: RunRequest): readonly (readonly TxIndex[])[] {
  const lanes = Array.from({ length: settings.lanes }, (_, lane) => (drawn[lane] ?? []).map(txIndex));
  const named = new Set(drawn.flat());
  const pinned = new Map(pins);
  block.transactions.forEach((_, tx) => {
    if (!named.has(tx)) lanes[pinned.get(tx) ?? tx % settings.lanes]?.push(txIndex(tx));
  });
  return lanes;
}
