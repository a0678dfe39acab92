import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { puzzles as texts } from '#texts/puzzles.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import { parseEndless } from '../../puzzles/puzzle-id.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import { Button } from '../common/Button.tsx';
import { useApp } from '../common/app-context.tsx';
import { EndlessMaker } from './EndlessMaker.tsx';
import { foundInPlay, PuzzleGame } from './PuzzleGame.tsx';
import styles from './PuzzlePanel.module.css';

/** A puzzle in progress, by its id: one of the collection, or `seed:<n>:<level>`. */
export function PuzzlePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const app = useApp();
  const [made, setMade] = useState(() => foundInPlay(app, id));
  const puzzle = PUZZLES.find((each) => each.id === id);
  const endless = parseEndless(id);
  const found = puzzle ? { puzzle, solved: proofOf(puzzle) } : made;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  let content: ReactNode;
  if (found) content = <PuzzleGame found={found} />;
  else if (endless) content = <EndlessMaker wanted={endless} onMade={setMade} onClose={onClose} />;
  else
    content = (
      <div className={styles.body}>
        <p>{texts.unknown(id)}</p>
        <p>
          <Button onClick={() => app.show('puzzles')}>{texts.allPuzzles}</Button>
        </p>
      </div>
    );
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {found?.puzzle.title ?? texts.title}
        </h2>
        <Button look="quiet" icon small aria-label={texts.leave} title={texts.leave} onClick={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </header>
      {content}
    </div>
  );
}
