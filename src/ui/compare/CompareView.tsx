import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Comparison } from '../../store/compare/comparison.ts';
import { Button } from '../common/Button.tsx';
import { useDocument } from '../common/app-context.tsx';
import { Segments } from '../common/Segments.tsx';
import { ScalingCurve } from './ScalingCurve.tsx';
import { SideBySide } from './SideBySide.tsx';
import { SweepPanel } from './SweepPanel.tsx';
import { useComparison } from './use-comparison.ts';
import { useOpenWay } from './use-open-way.ts';
import styles from './CompareView.module.css';

const PAGES = [
  { value: 'side', label: 'Side by side', hint: 'Chosen runs on one time axis, and where two of them part' },
  { value: 'curve', label: 'Scaling curve', hint: 'Speed-up against lanes, 1 to 64, with the bound and Amdahl’s law' },
  { value: 'sweep', label: 'Sweep', hint: 'One parameter of generated blocks against speed-up or aborts' },
] as const;
type PageId = (typeof PAGES)[number]['value'];

/** The document's block in several ways, over the run view, which comes back when this is closed. */
export function CompareView({ onClose }: { onClose: () => void }) {
  const [page, setPage] = useState<PageId>('side');
  const comparison = useComparison();
  const openWay = useOpenWay(onClose);
  const title = useDocument(({ scenario }) => scenario.title);
  const hasBlock = useDocument(({ block }) => block !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={styles.view} aria-label="Compare">
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          Compare
        </h2>
        <Segments label="What to compare" value={page} segments={PAGES} onChange={setPage} />
        <p className={styles.subject}>{page === 'sweep' ? 'generated blocks' : title} · modelled time</p>
        {page !== 'sweep' && <Progress comparison={comparison} />}
        <Button look="quiet" icon aria-label="Close the comparison" title="Back to the run (Esc)" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {!hasBlock && page !== 'sweep' ? (
        <p className={styles.empty}>The block has problems to mend first; then it can be compared.</p>
      ) : (
        <>
          {page === 'side' && <SideBySide comparison={comparison} onOpen={openWay} />}
          {page === 'curve' && <ScalingCurve comparison={comparison} onOpen={openWay} />}
          {page === 'sweep' && <SweepPanel onClose={onClose} />}
        </>
      )}
    </section>
  );
}

function Progress({ comparison }: { comparison: Comparison }) {
  const { status, done, total, message } = useStore(comparison.store);
  if (status === 'working') {
    return (
      <div className={styles.progress} role="status">
        <progress value={done} max={total} aria-label="Runs done" />
        {done} of {total} runs
        <Button small onClick={comparison.cancel}>
          Cancel
        </Button>
      </div>
    );
  }
  if (status === 'cancelled') return <p role="status">Cancelled. Change the choice to go on.</p>;
  if (status === 'failed') return <p role="alert">The comparison failed: {message}</p>;
  return null;
}
