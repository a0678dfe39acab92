import { memo } from 'react';
import { board as texts } from '#texts/board.ts';
import type { TxIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { usePresentation } from '../common/use-presentation.ts';
import styles from './Board.module.css';
import { BoardCard } from './BoardCard.tsx';
import { cardsWithin } from './board-layout.ts';
import { cursorDomId } from './BoardGrid.tsx';
import { listNumbers } from './carry.ts';
import { shortGas } from '../block/short-gas.ts';
import type { SharedLocations } from './conflict-index.ts';
import type { BoardCards } from './use-board.ts';

/** A row lower than this, in pixels, has room for one line. */
const TWO_LINES = 50;

interface LaneRowProps {
  readonly lane: number;
  readonly txs: readonly TxIndex[];
  readonly cards: BoardCards;
  readonly offsets: readonly number[];
  readonly height: number;
  /** Whether any of it is in view; else its cards aren't drawn. */
  readonly inView: boolean;
  readonly seenLeft: number;
  readonly seenWidth: number;
  /** What the carried or selected cards share with this lane; null when there are none to show. */
  readonly shared: SharedLocations | null;
  /** Where the drop line is. */
  readonly gap: number | null;
  /** A click would put the selected cards here. */
  readonly asks: boolean;
  readonly carried: ReadonlySet<TxId>;
  readonly lit: ReadonlySet<number>;
  /** Nothing is on any lane yet: it says how to begin. */
  readonly invites: boolean;
  /** The focused card, −1 the lane itself, null another lane. */
  readonly cursor: number | null;
}

export const LaneRow = memo(function LaneRow(props: LaneRowProps) {
  const { lane, txs, cards, offsets, shared, gap } = props;
  const [from, to] = cardsWithin(offsets, props.seenLeft, props.seenLeft + props.seenWidth);
  const gas = txs.reduce((sum, tx) => sum + cards.gasOf(tx), 0);
  const conflicting = new Set(shared?.others ?? []);
  const contents = txs.length === 0 ? 'empty' : texts.gas(txs.length, shortGas(gas));
  return (
    // biome-ignore lint/a11y/useSemanticElements: cards lie by their gas, not in a table's columns
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active cell
    <div
      className={styles.lane}
      role="row"
      style={{ top: lane * props.height, height: props.height }}
      data-target={gap !== null || undefined}
      data-flat={props.height < TWO_LINES || undefined}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <div
        className={styles.label}
        role="rowheader"
        id={cursorDomId(lane, -1)}
        aria-label={texts.lane(lane + 1, contents, shared ? `, ${conflictText(shared)}` : '')}
        data-active={props.cursor === -1 || undefined}
      >
        <span className={styles.number}>{lane + 1}</span>
        {txs.length > 0 && <span className={styles.load}>{shortGas(gas)}</span>}
      </div>
      {(props.inView ? txs.slice(from, to) : []).map((tx, offset) => {
        const position = from + offset;
        const left = offsets[position] ?? 0;
        return (
          <BoardCard
            key={cards.idOf(tx)}
            id={cards.idOf(tx)}
            domId={cursorDomId(lane, position)}
            tx={tx}
            left={left}
            width={(offsets[position + 1] ?? left) - left}
            active={props.cursor === position}
            conflicts={conflicting.has(tx)}
            lit={props.lit.has(tx)}
            lifted={props.carried.has(cards.idOf(tx))}
          />
        );
      })}
      {props.invites && gap === null && (
        <p className={styles.invitation} aria-hidden="true">
          {texts.dragCardsHereOrChoose}
        </p>
      )}
      {gap !== null && (
        <div className={styles.caret} style={{ left: `calc(var(--label) + ${(offsets[gap] ?? 0) - 2}px)` }} />
      )}
      {shared && (shared.others.length > 0 || gap !== null) && (
        <Hint shared={shared} asks={props.asks} right={props.seenLeft + props.seenWidth} />
      )}
    </div>
  );
});

function Hint({ shared, asks, right }: { shared: SharedLocations; asks: boolean; right: number }) {
  const { locationName } = usePresentation();
  const [first] = shared.locations;
  const more = shared.locations.length - 1;
  return (
    <div
      className={styles.hint}
      style={{ left: right }}
      aria-hidden="true"
      data-conflicts={shared.others.length > 0 || undefined}
    >
      {asks && <span className={styles.spare}>{texts.clickToPutHere}</span>}
      {first === undefined ? (
        <span>{texts.noConflictHere}</span>
      ) : (
        <span>
          <span className={styles.spare}>{texts.conflicts}</span>
          {texts.withBefore}
          <b>{cardsInWords(shared)}</b>
          {texts.onAfter} <code>{locationName(first)}</code>
          {more > 0 && ` +${more}`}
        </span>
      )}
    </div>
  );
}

/** Three by name; of more, only how many. */
function cardsInWords({ others }: Pick<SharedLocations, 'others'>): string {
  return others.length <= 3 ? listNumbers(others) : texts.cards(others.length.toLocaleString('en'));
}

export function conflictText({ others }: SharedLocations): string {
  return others.length === 0 ? texts.noConflictWithTheChosen : texts.conflictsWith(cardsInWords({ others }));
}
