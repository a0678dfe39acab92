/** What the commands execute with, in one module, so that they can load it when they come to execute. */
export { accessListOf, describeAccessList } from '../drivers/access-list.ts';
export { exportHints, hintsToText } from '../drivers/export-hints.ts';
export { termsOf } from '../drivers/prepare-run.ts';
export { analyseBlock, runBlock } from '../drivers/run-block.ts';
