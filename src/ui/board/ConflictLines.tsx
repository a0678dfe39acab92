import type { TxIndex } from '../../model/ids.ts';
import styles from './Board.module.css';
import { LABEL_WIDTH } from './BoardGrid.tsx';
import type { Place } from './carry.ts';
import type { SharedLocations } from './conflict-index.ts';

/** Lines beyond this many would only be a tangle; the lanes' own words count them all. */
const MOST_LINES = 60;

/** From a card's end to where a line meets it, in pixels. */
const INSET = 10;

/** Side by side on one lane there is nothing to draw, in pixels. */
const NEAR = 24;

interface ConflictLinesProps {
  readonly shared: readonly SharedLocations[];
  readonly lanes: readonly (readonly TxIndex[])[];
  readonly offsets: readonly (readonly number[])[];
  readonly rowHeight: number;
  readonly place: Extract<Place, { kind: 'lane' }>;
  /** Part of the board in view. */
  readonly seen: { readonly left: number; readonly width: number };
}

/** From where the cards would land to each card that they conflict with; on the same lane it costs nothing, and is dimmer. */
export function ConflictLines({ shared, lanes, offsets, rowHeight, place, seen }: ConflictLinesProps) {
  const x = LABEL_WIDTH + (offsets[place.lane]?.[place.gap] ?? 0);
  const y = (place.lane + 0.5) * rowHeight;
  const lines = shared
    .flatMap(({ others }, lane) => {
      const positions = new Map(lanes[lane]?.map((tx, position) => [tx, position]));
      return others.map((tx) => {
        const position = positions.get(tx) ?? 0;
        const [left = 0, right = 0] = (offsets[lane] ?? []).slice(position, position + 2);
        // The point of the card that is nearest, so that lines are short and run over others as little as they can.
        const toX = Math.min(LABEL_WIDTH + right - INSET, Math.max(LABEL_WIDTH + left + INSET, x));
        const toY = (lane + 0.5) * rowHeight;
        return { tx, toX, toY, same: lane === place.lane, path: curve(x, y, toX, toY, rowHeight) };
      });
    })
    .filter(({ same, toX }) => !same || Math.abs(toX - x) > NEAR)
    // Lines that leave the view would say nothing, and dashes over a long road are slow to paint.
    .filter(({ toX }) => toX >= seen.left + LABEL_WIDTH && toX <= seen.left + seen.width)
    .slice(0, MOST_LINES);
  return (
    <svg className={styles.lines} aria-hidden="true">
      {lines.map(({ tx, toX, toY, same, path }) => (
        <g key={tx} data-same={same || undefined}>
          <path className={styles.halo} d={path} />
          <path className={styles.line} d={path} />
          <circle className={styles.dot} cx={toX} cy={toY} r={4} />
        </g>
      ))}
    </svg>
  );
}

function curve(x1: number, y1: number, x2: number, y2: number, rowHeight: number): string {
  // On one lane an arc above it, else an S from lane to lane.
  const bend = y1 === y2 ? -rowHeight * 0.6 : 0;
  const middle = (y1 + y2) / 2 + bend;
  return `M${x1},${y1} C${x1},${middle} ${x2},${middle} ${x2},${y2}`;
}
