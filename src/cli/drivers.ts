/** What the commands execute with, in one module, so that they can load it when they come to execute. */
export { termsOf } from '../drivers/prepare-run.ts';
export { analyseBlock, runBlock } from '../drivers/run-block.ts';
export type { BlockAnalysis } from '../drivers/runner.ts';
