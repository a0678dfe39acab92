import { runBlock } from '../drivers/run-block.ts';
import type { BlockAnalysis } from '../drivers/runner.ts';
import type { Block } from '../model/block.ts';
import type { RunReport } from '../model/run.ts';
import type { EngineId } from '../model/settings.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';

export interface CaseResult {
  readonly name: string;
  /** Why it failed; empty when it passed. */
  readonly reasons: readonly string[];
}

export interface Engine {
  readonly id: EngineId;
  readonly lanes: number;
}

/** Runs a block that has been analysed already, or says why the engine won't. */
export async function runUnder(
  { id, lanes }: Engine,
  block: Block,
  analysis: BlockAnalysis,
): Promise<RunReport | { readonly refused: string }> {
  const settings = { ...DEFAULT_SETTINGS, engine: id, lanes };
  const outcome = await runBlock({ block, settings, pins: [], drawn: [] }, { analysis });
  if (outcome.kind === 'refused') return { refused: outcome.refusal.message };
  if (outcome.kind !== 'done') throw new Error(`expected a report, got ${outcome.kind}`);
  return outcome.value;
}

/** A reason, if two values that should be equal are not. */
export function differs(what: string, got: unknown, expected: unknown): string[] {
  return got === expected ? [] : [`${what} is ${String(got)}, should be ${String(expected)}`];
}
