import { useMemo } from 'react';
import type { Block } from '../../model/block.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import type { FinalExecution } from '../../model/execution.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { Difference } from '../../model/run.ts';
import type { ScenarioTx } from '../../model/scenario.ts';
import type { RunSettings } from '../../model/settings.ts';
import type { RunSubject } from '../../store/app.ts';
import { type TxStory, txStory } from '../../store/tx-story.ts';
import { formatTime } from '../../chart/format-time.ts';
import { useDocument, useRun } from '../common/app-context.tsx';

/** An execution with what it takes to do it once more. */
export interface Executed {
  readonly block: Block;
  readonly settings: RunSettings;
  /** Its place in that block. */
  readonly tx: TxIndex;
  readonly execution: FinalExecution;
}

export interface TxFacts {
  readonly scenarioTx: ScenarioTx;
  /** Its place in the run on the screen, which may be of an earlier state of the document. */
  readonly runTx: TxIndex | null;
  /** In the run if there is one, else in serial execution; null before either. */
  readonly execution: FinalExecution | null;
  readonly executed: Executed | null;
  readonly story: TxStory | null;
  readonly differences: readonly Difference[];
  readonly time: (at: number) => string;
}

/** All that is known of a transaction of the document; null when it is gone. */
export function useTxFacts(tx: TxIndex): TxFacts | null {
  const scenarioTx = useDocument((state) => state.scenario.transactions[tx] ?? null);
  const { report, events, subject, analysis, analysed } = useRun((state) => state);
  const id = scenarioTx?.id;
  const runTx = placeIn(subject, id, tx);
  const serialTx = placeIn(analysed, id, tx);
  const story = useMemo(() => (runTx === null || events.length === 0 ? null : txStory(events, runTx)), [events, runTx]);
  if (!scenarioTx) return null;
  const inRun = runTx === null ? undefined : report?.result.executions[runTx];
  const inSerial = serialTx === null ? undefined : analysis?.serial.executions[serialTx];
  const unit = CLOCK_UNIT[subject?.scenario.settings.clock ?? 'virtual'];
  return {
    scenarioTx,
    runTx,
    execution: inRun ?? inSerial ?? null,
    executed: executedIn(subject, runTx, inRun) ?? executedIn(analysed, serialTx, inSerial),
    story,
    differences: report?.check.differences ?? [],
    time: (at) => formatTime(at, unit),
  };
}

function executedIn(
  subject: RunSubject | null,
  tx: TxIndex | null,
  execution: FinalExecution | undefined,
): Executed | null {
  if (!subject || tx === null || !execution) return null;
  return { block: subject.block, settings: subject.scenario.settings, tx, execution };
}

/** Where the transaction stands in an earlier state of the document. */
function placeIn(subject: RunSubject | null, id: string | undefined, likely: TxIndex): TxIndex | null {
  if (!subject || id === undefined) return null;
  const { transactions } = subject.scenario;
  if (transactions[likely]?.id === id) return likely;
  const at = transactions.findIndex((other) => other.id === id);
  return at < 0 ? null : txIndex(at);
}
