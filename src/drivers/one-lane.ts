import type { CostModel } from '../model/settings.ts';
import { driveVirtual, type VirtualDeps } from './drive-virtual.ts';
import type { RunRequest } from './runner.ts';

/** Whether one lane, too, pays for more than the work. It validates nothing. */
function hasOverheads({ dispatch, coldRead, exclusive = 0 }: CostModel): boolean {
  return dispatch > 0 || coldRead > 0 || exclusive > 0;
}

/**
 * What one lane takes for the block in block order at the costs of the run, in gas, found out by running it. Undefined where that
 * is the serial work, as there is nothing else to pay, and where it was cancelled.
 */
export async function oneLaneTime({ block, settings }: RunRequest, deps: VirtualDeps): Promise<number | undefined> {
  if (!hasOverheads(settings.costs)) return undefined;
  const alone: RunRequest = { block, settings: { ...settings, engine: 'sequential', lanes: 1 }, pins: [], drawn: [] };
  const outcome = await driveVirtual(alone, deps);
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.message);
  return outcome.kind === 'done' ? outcome.value.run.events.at(-1)?.at : undefined;
}
