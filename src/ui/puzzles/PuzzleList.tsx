import { puzzles as texts } from '#texts/puzzles.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import { LEVELS, type Puzzle } from '../../puzzles/puzzle.ts';
import { useApp } from '../common/app-context.tsx';
import screen from '../common/ScreenView.module.css';
import { ScreenView } from '../common/ScreenView.tsx';
import { EndlessForm } from './EndlessForm.tsx';
import styles from './PuzzleList.module.css';
import { recordOf, totalStars } from './record-of.ts';
import { Stars } from './Stars.tsx';
import { usePuzzleRecords } from './use-records.ts';

/** All puzzles by level, with what has been earned, and the endless ones. */
export function PuzzleList({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const records = usePuzzleRecords();
  const open = (id: string): void => {
    app.setGuide({ kind: 'puzzle', id });
    app.show('bench');
  };

  return (
    <ScreenView
      title={texts.title}
      note={texts.starsEarned(totalStars(PUZZLES, records), 3 * PUZZLES.length)}
      close={texts.close}
      closeHint={texts.backToRun}
      onClose={onClose}
    >
      <div className={`${screen.body} ${styles.levels}`}>
        <p className={styles.intro}>{texts.intro}</p>
        {LEVELS.map((level) => (
          <section key={level} aria-labelledby={`puzzles-${level}`}>
            <h3 id={`puzzles-${level}`}>{texts.levels[level]}</h3>
            <ul className={styles.cards}>
              {PUZZLES.filter((puzzle) => puzzle.level === level).map((puzzle) => (
                <PuzzleCard
                  key={puzzle.id}
                  puzzle={puzzle}
                  stars={recordOf(puzzle, records)?.stars ?? null}
                  onOpen={() => open(puzzle.id)}
                />
              ))}
            </ul>
          </section>
        ))}
        <section aria-labelledby="puzzles-endless">
          <h3 id="puzzles-endless">{texts.endless}</h3>
          <EndlessForm onOpen={open} />
        </section>
      </div>
    </ScreenView>
  );
}

function PuzzleCard({ puzzle, stars, onOpen }: { puzzle: Puzzle; stars: number | null; onOpen: () => void }) {
  const { title, sentence, lanes, id } = puzzle;
  const cards = proofOf(puzzle).problem.gas.length;
  return (
    <li className={styles.card}>
      <button type="button" className={styles.cardButton} aria-describedby={`puzzle-${id}`} onClick={onOpen}>
        {title}
      </button>
      <p>{sentence}</p>
      <p className={styles.facts} id={`puzzle-${id}`}>
        <span>
          {texts.cards(cards)}, {texts.lanes(lanes)}
        </span>
        {stars === null ? <span>{texts.notTried}</span> : <Stars stars={stars} size={15} />}
      </p>
    </li>
  );
}
