import type { Block } from '../../model/block.ts';
import type { RunEvent } from '../../model/events.ts';
import type { FinalExecution } from '../../model/execution.ts';
import { createPrestateReader, type ReadPrestate } from '../../model/prestate.ts';
import type { BlockResult, RunReport } from '../../model/run.ts';
import type { BlockAnalysis, RunProgress } from '../runner.ts';
import { fillInCode, leaveOutCode } from './prestate-code.ts';

/*
 * Results as they cross from the coordinator to the page: without the code that the page has in the block. On a real block it
 * would be most of what crosses, and the page would stand still while it reads it.
 */

/** Does something with each read of a block's results. */
export interface Crossing {
  analysis(analysis: BlockAnalysis): BlockAnalysis;
  report(report: RunReport): RunReport;
  progress(progress: RunProgress): RunProgress;
}

/** On the coordinator's side. */
export const packer = (block: Block): Crossing => createCrossing(leaveOutCode, createPrestateReader(block.prestate));

/** On the page's side. */
export const unpacker = (block: Block): Crossing => createCrossing(fillInCode, createPrestateReader(block.prestate));

type Change = typeof leaveOutCode;

function createCrossing(change: Change, prestate: ReadPrestate): Crossing {
  const event = (value: RunEvent): RunEvent => (value.kind === 'read' ? change(value, prestate) : value);
  const execution = (value: FinalExecution): FinalExecution => {
    const { recording } = value;
    return { ...value, recording: { ...recording, reads: recording.reads.map((read) => change(read, prestate)) } };
  };
  const result = (value: BlockResult): BlockResult => ({ ...value, executions: value.executions.map(execution) });
  return {
    analysis: (value) => ({ ...value, serial: result(value.serial) }),
    report(value) {
      const serial = result(value.serial);
      const same = value.result === value.serial;
      return { ...value, events: value.events.map(event), serial, result: same ? serial : result(value.result) };
    },
    progress: (value) => (value.events ? { ...value, events: value.events.map(event) } : value),
  };
}
