import type { TxIndex } from '../../model/ids.ts';
import styles from './Board.module.css';
import { LABEL_WIDTH } from './BoardGrid.tsx';
import type { Place } from './carry.ts';
import type { SharedLocations } from './conflict-index.ts';

/** Lines beyond this many would only be a tangle; the lanes' own words count them all. */
const MOST_LINES = 60;

/** Space between a card and its lane's edge. */
const CARD_INSET = 8;

interface ConflictLinesProps {
  readonly shared: readonly SharedLocations[];
  readonly lanes: readonly (readonly TxIndex[])[];
  readonly offsets: readonly (readonly number[])[];
  readonly rowHeight: number;
  readonly place: Extract<Place, { kind: 'lane' }>;
}

/** From where the cards would land to each card that they conflict with; on the same lane it costs nothing, and is dimmer. */
export function ConflictLines({ shared, lanes, offsets, rowHeight, place }: ConflictLinesProps) {
  const x = LABEL_WIDTH + (offsets[place.lane]?.[place.gap] ?? 0);
  const y = (place.lane + 0.5) * rowHeight;
  const lines = shared
    .flatMap(({ others }, lane) => {
      const positions = new Map(lanes[lane]?.map((tx, position) => [tx, position]));
      return others.map((tx) => {
        const position = positions.get(tx) ?? 0;
        const [left = 0, right = 0] = (offsets[lane] ?? []).slice(position, position + 2);
        const toX = LABEL_WIDTH + (left + right) / 2;
        const same = lane === place.lane;
        // From edge to edge, so that a line runs over the cards as little as it can.
        const away = lane < place.lane ? -1 : 1;
        const fromY = same ? y - rowHeight / 2 + CARD_INSET : y + away * (rowHeight / 2 - 2);
        const toY = same ? fromY : (lane + 0.5) * rowHeight - away * (rowHeight / 2 - CARD_INSET);
        return { tx, same, path: curve(x, fromY, toX, toY, rowHeight) };
      });
    })
    .slice(0, MOST_LINES);
  return (
    <svg className={styles.lines} aria-hidden="true">
      {lines.map(({ tx, same, path }) => (
        <path key={tx} className={styles.line} d={path} data-same={same || undefined} />
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
