import type { Block } from '../model/block.ts';
import type { FinalExecution } from '../model/execution.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { findDependencies } from './dependencies.ts';

/**
 * The dependencies of a block as a hint that can go with it: of each transaction, the earlier ones that it depends on, rising
 * (`[][]uint64`, as in Polygon's PIP-16). `executions` are those of serial execution, fees as deltas.
 *
 * System contracts are called before transaction 0 and change storage only, which decides nothing here: the block's own
 * prestate will do, and the page needs no EVM to export.
 */
export function exportHints(block: Block, executions: readonly FinalExecution[]): readonly (readonly number[])[] {
  const prestate = createPrestateReader(block.prestate);
  const dependencies = findDependencies({ executions, prestate, coinbase: block.env.coinbase });
  return dependencies.map((list) => list.map(({ on }) => on));
}

/** As a file: one transaction a line. */
export function hintsToText(hints: readonly (readonly number[])[]): string {
  return `[\n${hints.map((list) => JSON.stringify(list)).join(',\n')}\n]\n`;
}
