import type { Memo } from '../evm/memo.ts';
import { createMemoExecutor } from '../evm/memo-executor.ts';
import type { Cancellation } from '../lib/cancellation.ts';
import type { BlockAccessList } from '../model/block-access-list.ts';
import type { Executor, FinalExecution } from '../model/execution.ts';
import type { BlockResult } from '../model/run.ts';
import type { CompletedRun } from './completed-run.ts';
import { memoryInputOf, prepareRun, termsOf } from './prepare-run.ts';
import type { Outcome, RunRequest } from './runner.ts';
import { runSerial } from './serial.ts';
import { paceOf } from './virtual/pace.ts';
import { runVirtual } from './virtual/run-virtual.ts';

export interface VirtualDeps {
  /** Of the block's serial execution on the terms of the run. */
  readonly executions: readonly FinalExecution[];
  readonly executor: Executor;
  readonly memo: Memo;
  readonly cancellation?: Cancellation | undefined;
  /** Called with the number of transactions committed. */
  readonly onProgress?: (committed: number) => void;
}

export interface VirtualResult {
  readonly run: CompletedRun;
  /** `block-access-list`: what the block came with. */
  readonly list: BlockAccessList | undefined;
}

/** What was asked for, run in virtual time and not yet judged. */
export async function driveVirtual(
  asked: RunRequest,
  deps: VirtualDeps,
): Promise<Exclude<Outcome<VirtualResult>, { kind: 'failed' }>> {
  const { block, settings } = asked;
  const { executions, executor, memo, cancellation, onProgress } = deps;
  const prepared = prepareRun(asked, executions);
  if (prepared.kind === 'refused') return prepared;
  const { engine, request } = prepared;
  const virtual = await runVirtual({
    engine,
    request,
    memory: memoryInputOf(block, request),
    costs: settings.costs,
    ...paceOf(settings.costs, executions),
    terms: termsOf(settings),
    createExecutor: async () => executor,
    memo,
    ...(cancellation && { cancellation }),
    ...(onProgress && { onProgress }),
  });
  if (virtual.kind === 'cancelled') return virtual;
  return { kind: 'done', value: { run: virtual.run, list: request.list ?? undefined } };
}

/** The block in the serial order that the run claims for itself; undefined where that is block order, null when cancelled. */
export async function runInClaimedOrder(
  { block, settings }: RunRequest,
  { serialOrder: order }: CompletedRun,
  { executor, memo, cancellation }: VirtualDeps,
): Promise<BlockResult | undefined | null> {
  if (!order) return undefined;
  const options = { ...termsOf(settings), order, ...(cancellation && { cancellation }) };
  return runSerial(block, createMemoExecutor(executor, memo), options);
}
