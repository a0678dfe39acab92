import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { papers as texts } from '#texts/papers.ts';
import { EXPERIMENT_IDS, type ExperimentId } from '../../store/papers/experiments.ts';
import { Button } from '../common/Button.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { usePaperRuns } from './use-paper-runs.ts';
import view from '../compare/CompareView.module.css';
import styles from './PapersView.module.css';

/** What was published about the engines, with our curves over it, over the run view, which comes back when this is closed. */
export function PapersView({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<ExperimentId>('block-stm');
  const runsOf = usePaperRuns();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={view.view} aria-label={texts.title}>
      <header className={view.head}>
        <h2 ref={heading} tabIndex={-1}>
          {texts.title}
        </h2>
        <p className={view.subject} title={texts.modelled}>
          {texts.modelled}
        </p>
        <Button look="quiet" icon aria-label={texts.close} title={texts.backToTheRunEsc} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className={styles.body}>
        <nav className={styles.list} aria-label={texts.choose}>
          {EXPERIMENT_IDS.map((id) => (
            <button
              key={id}
              type="button"
              className={styles.entry}
              aria-current={id === chosen}
              onClick={() => setChosen(id)}
            >
              {texts.experiments[id].title}
            </button>
          ))}
        </nav>
        <PaperPanel key={chosen} id={chosen} runsOf={runsOf} />
      </div>
    </section>
  );
}
