import { useStore } from 'zustand';
import { block as texts } from '#texts/block.ts';
import { statuses } from '#texts/statuses.ts';
import { STATUS_MARK } from '../../chart/tx-marks.ts';
import type { FinalExecution } from '../../model/execution.ts';
import type { TxIndex } from '../../model/ids.ts';
import { transactionsAt } from '../../store/playback-state.ts';
import type { TxStatus } from '../../store/replay.ts';
import { useApp, useDocument, useRun } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import styles from './StatusMark.module.css';

/** One that hasn't started needs no sign beside its card. */
function markOf(status: TxStatus): { readonly sign: string; readonly label: string } | null {
  return status === 'ready' ? null : { sign: STATUS_MARK[status], label: statuses[status] };
}

const REVERTED = { sign: '✗', label: texts.committedReverted } as const;
const INVALID = { sign: '⊘', label: texts.cantBeInThisBlock } as const;

/** A final result that isn't what its sender hoped for. */
function endingOf(execution: FinalExecution | undefined): typeof INVALID | typeof REVERTED | null {
  if (execution?.kind === 'invalid') return INVALID;
  return execution && !execution.receipt.success ? REVERTED : null;
}

/** What the transaction is doing at the moment shown; nothing when the run is of another block. */
export function StatusMark({ index }: { index: TxIndex }) {
  const app = useApp();
  const run = useRun(({ events, subject }) => ({ events, subject }));
  const ending = useRun(({ report }) => endingOf(report?.result.executions[index]));
  const scenario = useDocument((document) => document.scenario);
  const status = useStore(app.view, ({ time }) => transactionsAt(run, scenario, time)[index]?.status ?? 'ready');
  const mark = (status === 'committed' && ending) || markOf(status);
  if (!mark) return null;
  return (
    <span
      className={styles.mark}
      data-status={mark === INVALID || mark === REVERTED ? 'aborted' : status}
      title={mark.label}
    >
      <span aria-hidden="true">{mark.sign}</span>
      <span className={controls.visuallyHidden}>{mark.label}</span>
    </span>
  );
}
