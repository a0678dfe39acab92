import { findDependencies } from '../drivers/dependencies.ts';
import type { BlockAnalysis } from '../drivers/runner.ts';
import { effectivePrestate } from '../evm/system-calls.ts';
import type { Block } from '../model/block.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { SchedulingProblem } from './scheduling-problem.ts';

/** The block as recorded: gas and dependencies of its serial execution, as the engine gets them. */
export function toProblem(block: Block, lanes: number, { serial, graph }: BlockAnalysis): SchedulingProblem {
  const prestate = createPrestateReader(effectivePrestate(block));
  const dependencies = findDependencies({ executions: serial.executions, prestate, coinbase: block.env.coinbase });
  return { lanes, gas: graph.gas, predecessors: dependencies.map((list) => list.map(({ on }) => on)) };
}
