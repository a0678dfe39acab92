import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { puzzles as texts } from '#texts/puzzles.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import { LEVELS, type Puzzle } from '../../puzzles/puzzle.ts';
import { Button } from '../common/Button.tsx';
import { useApp } from '../common/app-context.tsx';
import { EndlessForm } from './EndlessForm.tsx';
import styles from './PuzzleList.module.css';
import { recordOf, totalStars } from './record-of.ts';
import { Stars } from './Stars.tsx';
import { usePuzzleRecords } from './use-records.ts';

/** All puzzles by level, with what has been earned, and the endless ones. */
export function PuzzleList({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const records = usePuzzleRecords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = (id: string): void => {
    app.setGuide({ kind: 'puzzle', id });
    app.show('bench');
  };

  return (
    <section className={styles.view} aria-label={texts.title}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {texts.title}
        </h2>
        <p className={styles.earned}>{texts.starsEarned(totalStars(PUZZLES, records), 3 * PUZZLES.length)}</p>
        <Button look="quiet" icon aria-label={texts.close} title={texts.backToRun} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className={styles.body}>
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
    </section>
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
