import { Activity, useState } from 'react';
import { useStore } from 'zustand';
import { comparing as texts } from '#texts/comparing.ts';
import type { Comparison } from '../../store/compare/comparison.ts';
import { Button } from '../common/Button.tsx';
import { useDocument } from '../common/app-context.tsx';
import { ScreenView } from '../common/ScreenView.tsx';
import { Segments } from '../common/Segments.tsx';
import { ScalingCurve } from './ScalingCurve.tsx';
import { SideBySide } from './SideBySide.tsx';
import { SweepPanel } from './SweepPanel.tsx';
import { useKeptState } from '../common/use-kept-state.ts';
import { useComparison } from './use-comparison.ts';
import { useOpenWay } from './use-open-way.ts';
import styles from './CompareView.module.css';

const PAGES = [
  { value: 'side', label: texts.sideBySide, hint: texts.chosenRunsOnOneTime },
  { value: 'curve', label: texts.scalingCurve, hint: texts.speedUpAgainstLanesTo },
  { value: 'sweep', label: texts.sweep, hint: texts.oneParameterOfGeneratedBlocks },
] as const;
type PageId = (typeof PAGES)[number]['value'];
const isPage = (kept: unknown): kept is PageId => PAGES.some(({ value }) => value === kept);

/** The document's block in several ways, over the run view, which comes back when this is closed. */
export function CompareView({ onClose }: { onClose: () => void }) {
  const [page, setPage] = useKeptState<PageId>('compare page', isPage, () => 'side');
  const [visited, setVisited] = useState<ReadonlySet<PageId>>(new Set([page]));
  const turnTo = (next: PageId): void => {
    setPage(next);
    setVisited(new Set([...visited, next]));
  };
  const comparison = useComparison();
  const openWay = useOpenWay(onClose);
  const title = useDocument(({ scenario }) => scenario.title);
  const hasBlock = useDocument(({ block }) => block !== null);

  const shown = hasBlock || page === 'sweep';

  return (
    <ScreenView
      title={texts.compare}
      close={texts.closeTheComparison}
      closeHint={texts.backToTheRunEsc}
      onClose={onClose}
      head={
        <>
          <Segments label={texts.whatToCompare} value={page} segments={PAGES} onChange={turnTo} />
          <p className={styles.subject}>
            {page === 'sweep' ? texts.generatedBlocks : title}
            {texts.modelledTime}
          </p>
          {page !== 'sweep' && <Progress comparison={comparison} />}
        </>
      }
    >
      {!shown && <p className={styles.empty}>{texts.theBlockHasProblemsTo}</p>}
      {PAGES.map(({ value }) =>
        // What was chosen on a page, and a sweep's figures, are still there when one comes back to it.
        visited.has(value) ? (
          <Activity key={value} mode={shown && value === page ? 'visible' : 'hidden'}>
            {value === 'side' && <SideBySide comparison={comparison} onOpen={openWay} />}
            {value === 'curve' && <ScalingCurve comparison={comparison} onOpen={openWay} />}
            {value === 'sweep' && <SweepPanel onClose={onClose} />}
          </Activity>
        ) : null,
      )}
    </ScreenView>
  );
}

function Progress({ comparison }: { comparison: Comparison }) {
  const { status, done, total, message } = useStore(comparison.store);
  if (status === 'working') {
    return (
      <div className={styles.progress} role="status">
        <progress value={done} max={total} aria-label={texts.runsDone} />
        {done}
        {texts.ofBetween}
        {total}
        {texts.runs}
        <Button small onClick={comparison.cancel}>
          {texts.cancel}
        </Button>
      </div>
    );
  }
  if (status === 'cancelled') return <p role="status">{texts.cancelledChangeTheChoiceTo}</p>;
  if (status === 'failed')
    return (
      <p role="alert">
        {texts.theComparisonFailed}
        {message}
      </p>
    );
  return null;
}
