import { Star } from 'lucide-react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { PuzzleResult } from '../../class/hand.ts';
import type { Instructor } from '../../class/instructor.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import { grade } from '../../puzzles/grade.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import { type KnownPuzzle, puzzleBoardOf } from '../../store/class/puzzle-board.ts';
import styles from './BoardPage.module.css';

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });

const KNOWN: readonly KnownPuzzle[] = PUZZLES.map((puzzle) => {
  const solved = proofOf(puzzle);
  return {
    id: puzzle.id,
    title: puzzle.title,
    optimum: solved.solution.makespan,
    starsFor: (makespan) => grade(solved, makespan),
  };
});

/** Who has solved which puzzle, and how near to the optimum. */
export function BoardPage({ instructor }: { instructor: Instructor }) {
  const seats = useStore(instructor.roster);
  const { rows, puzzles } = puzzleBoardOf(seats, KNOWN);
  if (rows.length === 0) return <p className={styles.empty}>{texts.noResults}</p>;
  return (
    <div className={styles.board}>
      <table className={styles.table} aria-label={texts.boardTable}>
        <thead>
          <tr>
            <th scope="col">{texts.columnName}</th>
            <th scope="col">{texts.columnStars}</th>
            <th scope="col">{texts.columnExcess}</th>
            {puzzles.map(({ id, title, optimum }) => (
              <th scope="col" key={id}>
                {title}
                {optimum !== null && <span className={styles.optimum}>{texts.optimum(number(optimum))}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ seat, name, stars, excess, results }) => (
            <tr key={seat}>
              <th scope="row">{name}</th>
              <td className={styles.number}>{stars}</td>
              <td className={styles.number}>{number(excess)}</td>
              {puzzles.map(({ id }) => (
                <td key={id}>{Object.hasOwn(results, id) && <Cell result={results[id]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ result }: { result: PuzzleResult | undefined }) {
  if (!result) return null;
  return (
    <>
      <span role="img" aria-label={texts.stars(result.stars)} className={styles.stars}>
        {[1, 2, 3].map((n) => (
          <Star key={n} size={14} aria-hidden fill={n <= result.stars ? 'currentcolor' : 'none'} />
        ))}
      </span>
      <span className={styles.makespan}>{texts.makespan(number(result.makespan))}</span>
    </>
  );
}
