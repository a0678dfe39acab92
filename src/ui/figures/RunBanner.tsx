import type { ReactNode } from 'react';
import { figures as texts } from '#texts/figures.ts';
import type { Refusal, RunProgress } from '../../drivers/runner.ts';
import { useApp, useDocument, useRun, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { useLater } from '../common/use-later.ts';
import styles from './Figures.module.css';
import { moveInFront } from '../../store/edits/move-in-front.ts';
import { inBlockOrder } from './in-block-order.ts';

/** What stands between the document and its picture: progress, a run to be asked for, a refusal, a failure. */
export function RunBanner() {
  const app = useApp();
  const { status, stale, report, refusal, message, progress, subject } = useRun((s) => s);
  const { block, problems, count, sameBlock } = useDocument((s) => ({
    block: s.block,
    problems: s.problems,
    count: s.scenario.transactions.length,
    sameBlock: s.scenario.transactions === subject?.scenario.transactions,
  }));
  const guided = useView(({ guide }) => guide !== null);
  const busy = status === 'analysing' || status === 'running';
  // A lesson says itself when it is time to run.
  const led = useView(({ guide }) => guide?.kind === 'lesson');
  // Short runs come and go without a word.
  const slow = useLater(busy, 250);

  if (busy) return slow ? <ProgressBanner progress={progress} /> : null;
  if (count === 0) return null;
  if (!block) {
    const [first, ...others] = problems.filter((problem) => problem.blocking);
    const more = others.length > 0 ? texts.andMore(others.length) : '';
    return <Banner kind="bad">{texts.theBlockCantRun(first?.message ?? 'it has problems', more)}</Banner>;
  }
  if (status === 'refused' && refusal) return <RefusalBanner refusal={refusal} />;
  const run = (
    <Button small look="primary" onClick={app.startRun}>
      {status === 'failed' ? texts.tryAgain : texts.run}
    </Button>
  );
  if (status === 'failed')
    return (
      <Banner kind="bad" action={run}>
        {texts.theRunFailed(message ?? '')}
      </Banner>
    );
  if (status === 'cancelled')
    return (
      <Banner kind="call" action={run}>
        {texts.theRunWasCancelled}
      </Banner>
    );
  if (led) return null;
  if (stale)
    return (
      <Banner kind="call" action={run}>
        {sameBlock ? texts.lanesAreOfTheRunBefore : texts.lanesAreOfTheBlockBefore}
      </Banner>
    );
  // What guides says itself when it is to be run.
  if (!report && guided) return null;
  if (!report)
    return (
      <Banner kind="call" action={run}>
        {texts.thisRunMayTakeA}
      </Banner>
    );
  return null;
}

function Banner({ kind, action, children }: { kind: 'bad' | 'call'; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.banner} data-kind={kind} role={kind === 'bad' ? 'alert' : 'status'}>
      <span className={styles.bannerText}>{children}</span>
      {action}
    </div>
  );
}

const PHASES: Readonly<Record<RunProgress['phase'], string>> = {
  serial: texts.executingOnOneLane,
  conflicts: texts.findingConflicts,
  running: texts.running,
  checking: texts.checkingAgainstOneLane,
};

function ProgressBanner({ progress }: { progress: RunProgress | null }) {
  const app = useApp();
  const { phase, done, total } = progress ?? { phase: 'serial', done: 0, total: 0 };
  return (
    <div className={styles.banner} data-kind="call" role="status">
      <span>
        {PHASES[phase]}
        {total > 0 && texts.doneOfTotal(done.toLocaleString('en'), total.toLocaleString('en'))}
      </span>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label={PHASES[phase]}
        aria-valuemin={0}
        aria-valuemax={total || 1}
        aria-valuenow={done}
      >
        <div className={styles.progressFill} style={{ width: `${total > 0 ? (done / total) * 100 : 0}%` }} />
      </div>
      <Button small onClick={app.cancelRun}>
        {texts.cancel}
      </Button>
    </div>
  );
}

function RefusalBanner({ refusal }: { refusal: Refusal }) {
  const app = useApp();
  const { cycle, fix, message, moves } = refusal;
  const [move] = moves ?? [];
  const action = move ? (
    <Button small look="primary" onClick={() => app.edit(texts.moveCardsOnLanes, (s) => moveInFront(s, moves ?? []))}>
      {moves?.length === 1 ? texts.moveInFrontOf(move.tx, move.before) : texts.makeTheseMoves(moves?.length ?? 0)}
    </Button>
  ) : (
    cycle && (
      <Button small look="primary" onClick={() => app.edit(texts.putTheLanesInBlock, inBlockOrder)}>
        {texts.putTheLanesInBlockOrder}
      </Button>
    )
  );
  return (
    <Banner kind="bad" action={action}>
      {message}
      {fix !== undefined && !message.includes(fix) && ` ${fix}`}
    </Banner>
  );
}
