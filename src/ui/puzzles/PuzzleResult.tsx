import { puzzles as texts } from '#texts/puzzles.ts';
import { thresholdsOf } from '../../puzzles/grade.ts';
import type { SolvedPuzzle } from '../../puzzles/solved-puzzle.ts';
import type { Attempt, PuzzlePlayState } from '../../store/puzzle/play-puzzle.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { useApp, useRun } from '../common/app-context.tsx';
import { MakespanBar } from './MakespanBar.tsx';
import styles from './PuzzlePanel.module.css';
import { Stars } from './Stars.tsx';

/** What the cards as they lie are worth, from the run of them. */
export function PuzzleResult({ solved, state }: { solved: SolvedPuzzle; state: PuzzlePlayState }) {
  const { attempt, attempts, best, showsSolution } = state;
  const { solution } = solved;
  const proven = solution.proof !== 'none';
  const { three, two, one } = thresholdsOf(solved);
  const verdict = attempt && verdictOf(attempt, solved, showsSolution);
  return (
    <>
      <h3>{texts.result}</h3>
      <MakespanBar solved={solved} makespan={attempt?.makespan ?? null} />
      {attempt ? (
        <p className={styles.verdict}>
          <span>
            <strong>{texts.gas(attempt.makespan)}</strong>
            {!showsSolution && <Stars stars={attempt.stars} />}
          </span>
          {verdict}
        </p>
      ) : (
        <Pending unplaced={state.unplaced} />
      )}
      <p className={controls.visuallyHidden} role="status">
        {attempt && verdict && texts.announce(texts.gas(attempt.makespan), texts.stars(attempt.stars), verdict)}
      </p>
      <ul className={styles.thresholds}>
        <li>{texts.threeStars(three, proven)}</li>
        <li>{texts.twoStars(two)}</li>
        <li>{texts.oneStar(one)}</li>
      </ul>
      <p className={styles.facts}>
        {solution.proof === 'none'
          ? texts.notProven(solution.bound)
          : solution.proof === 'bound'
            ? texts.proven.bound
            : texts.proven.search(solution.nodes)}
      </p>
      <p className={styles.facts}>
        {attempts > 0 && texts.attempts(attempts)}
        {attempts > 0 && best && '. '}
        {best && texts.best(texts.stars(best.stars), texts.gas(best.makespan))}
      </p>
    </>
  );
}

/** Why there is no result yet. */
function Pending({ unplaced }: { unplaced: number }) {
  const app = useApp();
  const { status, refusal, message } = useRun(({ status, refusal, message }) => ({ status, refusal, message }));
  if (unplaced > 0) {
    return (
      <p>
        <strong>{texts.stillToPlace(unplaced)}</strong> {texts.stillToPlaceLong}
      </p>
    );
  }
  if (status === 'refused') {
    return (
      <p role="alert">
        <strong>{texts.refused}</strong> {refusal?.message}
      </p>
    );
  }
  if (status === 'failed') {
    return (
      <p role="alert">
        <strong>{texts.failed}</strong> {message}
      </p>
    );
  }
  if (status === 'idle' || status === 'cancelled') {
    return (
      <p>
        <Button small look="primary" onClick={app.startRun}>
          {texts.run}
        </Button>
      </p>
    );
  }
  return <p>{texts.running}</p>;
}

function verdictOf({ makespan, stars, equal }: Attempt, { solution }: SolvedPuzzle, showsSolution: boolean): string {
  if (!equal) return texts.notSerial;
  if (showsSolution) return texts.solutionShown;
  if (makespan < solution.makespan) return texts.betterThanKnown;
  if (stars === 3 && solution.proof === 'none') return texts.verdictUnproven;
  return texts.verdict(stars, makespan / solution.makespan - 1);
}
