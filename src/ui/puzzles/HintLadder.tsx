import { puzzles as texts } from '#texts/puzzles.ts';
import { txIndex } from '../../model/ids.ts';
import type { Puzzle } from '../../puzzles/puzzle.ts';
import type { SolvedPuzzle } from '../../puzzles/solved-puzzle.ts';
import type { PuzzlePlay, PuzzlePlayState } from '../../store/puzzle/play-puzzle.ts';
import { Button } from '../common/Button.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import { hintsOf } from './hints.ts';
import styles from './PuzzlePanel.module.css';

/** Hints one after the other, and at the end, or after success, a solution. */
export function HintLadder(props: {
  readonly puzzle: Puzzle;
  readonly solved: SolvedPuzzle;
  readonly play: PuzzlePlay;
  readonly state: PuzzlePlayState;
}) {
  const { puzzle, solved, play, state } = props;
  const { txTitle } = usePresentation();
  const shown = state.hints;
  const hints = hintsOf(puzzle, solved, (tx) => texts.card(tx, txTitle(txIndex(tx))));
  return (
    <>
      <h3>{texts.hints}</h3>
      <ol className={styles.hints} aria-live="polite">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <div className={styles.actions}>
        {shown < hints.length && (
          <Button small onClick={play.askHint}>
            {texts.nextHint(shown, hints.length)}
          </Button>
        )}
        {state.showsSolution ? (
          <Button small look="primary" onClick={play.takeBack}>
            {texts.takeBack}
          </Button>
        ) : (
          <Button small title={texts.showSolutionNow} onClick={play.showSolution}>
            {texts.showSolution}
          </Button>
        )}
      </div>
    </>
  );
}
