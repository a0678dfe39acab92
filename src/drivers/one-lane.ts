import type { Memo } from '../evm/memo.ts';
import type { Cancellation } from '../lib/cancellation.ts';
import type { Executor, FinalExecution } from '../model/execution.ts';
import type { CostModel } from '../model/settings.ts';
import { memoryInputOf, prepareRun, termsOf } from './prepare-run.ts';
import type { RunRequest } from './runner.ts';
import { paceOf } from './virtual/pace.ts';
import { runVirtual } from './virtual/run-virtual.ts';

interface OneLaneDeps {
  /** Of the block's serial execution on the terms of the run. */
  readonly executions: readonly FinalExecution[];
  readonly executor: Executor;
  readonly memo: Memo;
  readonly cancellation?: Cancellation;
}

/** Whether one lane, too, pays for more than the work. It validates nothing. */
function hasOverheads({ dispatch, coldRead, exclusive = 0 }: CostModel): boolean {
  return dispatch > 0 || coldRead > 0 || exclusive > 0;
}

/**
 * What one lane takes for the block in block order at the costs of the run, in gas, found out by running it. Undefined where that
 * is the serial work, as there is nothing else to pay, and where it was cancelled.
 */
export async function oneLaneTime(run: RunRequest, deps: OneLaneDeps): Promise<number | undefined> {
  const { block, settings } = run;
  if (!hasOverheads(settings.costs)) return undefined;
  const { executions, executor, memo, cancellation } = deps;
  const alone: RunRequest = { block, settings: { ...settings, engine: 'sequential', lanes: 1 }, pins: [], drawn: [] };
  const prepared = prepareRun(alone, executions);
  if (prepared.kind === 'refused') throw new Error(prepared.refusal.message);
  const outcome = await runVirtual({
    engine: prepared.engine,
    request: prepared.request,
    memory: memoryInputOf(block, prepared.request),
    costs: settings.costs,
    ...paceOf(settings.costs, executions),
    terms: termsOf(settings),
    createExecutor: async () => executor,
    memo,
    ...(cancellation && { cancellation }),
  });
  return outcome.kind === 'done' ? outcome.run.events.at(-1)?.at : undefined;
}
