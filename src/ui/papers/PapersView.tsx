import { papers as texts } from '#texts/papers.ts';
import { EXPERIMENT_IDS, type ExperimentId } from '../../store/papers/experiments.ts';
import { ScreenView } from '../common/ScreenView.tsx';
import { useKeptState } from '../common/use-kept-state.ts';
import { PaperPanel } from './PaperPanel.tsx';
import { usePaperRuns } from './use-paper-runs.ts';
import styles from './PapersView.module.css';

const isExperiment = (kept: unknown): kept is ExperimentId => EXPERIMENT_IDS.some((id) => id === kept);

/** What was published about the engines, with our curves over it, over the run view, which comes back when this is closed. */
export function PapersView({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useKeptState<ExperimentId>('paper', isExperiment, () => 'block-stm');
  const runsOf = usePaperRuns();

  return (
    <ScreenView
      title={texts.title}
      note={texts.modelled}
      close={texts.close}
      closeHint={texts.backToTheRunEsc}
      onClose={onClose}
    >
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
    </ScreenView>
  );
}
