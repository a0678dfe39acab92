import { puzzles as texts } from '#texts/puzzles.ts';
import { thresholdsOf } from '../../puzzles/grade.ts';
import type { SolvedPuzzle } from '../../puzzles/solved-puzzle.ts';
import styles from './PuzzlePanel.module.css';

/** Room right of the longest figure shown. */
const ROOM = 1.08;

/** The makespan as a bar, shorter is better: up to the first mark is the optimum, to the second two stars, to the third block order. */
export function MakespanBar({ solved, makespan }: { solved: SolvedPuzzle; makespan: number | null }) {
  const { three, two } = thresholdsOf(solved);
  const blockOrder = solved.rules['block-order'];
  const scale = Math.max(blockOrder, makespan ?? 0) * ROOM;
  const percent = (gas: number): string => `${(gas / scale) * 100}%`;
  const optimum = texts.gas(three);
  const marks = [
    { at: three, stroke: 'var(--critical)', width: 3 },
    { at: two, stroke: 'var(--dim)', width: 1 },
    { at: blockOrder, stroke: 'var(--dim)', width: 2 },
  ];
  return (
    <figure className={styles.bar}>
      <svg role="img" aria-label={makespan === null ? texts.barNone(optimum) : texts.bar(texts.gas(makespan), optimum)}>
        <rect x="0" y="30%" width="100%" height="40%" rx="3" fill="var(--line)" />
        {makespan !== null && (
          <rect
            x="0"
            y="30%"
            width={percent(makespan)}
            height="40%"
            rx="3"
            fill={makespan <= three ? 'var(--good)' : 'var(--contract-1)'}
          />
        )}
        {marks.map(({ at, stroke, width }) => (
          <line key={at} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" stroke={stroke} strokeWidth={width} />
        ))}
      </svg>
      <figcaption>
        <span style={{ right: `calc(100% - ${percent(three)})` }}>
          {solved.solution.proof === 'none' ? texts.bestKnown : texts.optimum}
        </span>
        <span className={styles.last} style={{ right: `calc(100% - ${percent(blockOrder)})` }}>
          {texts.blockOrder}
        </span>
      </figcaption>
    </figure>
  );
}
