import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { board as texts } from '#texts/board.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import { cardAfterKey, selectCard, selectModeOf } from '../block/select-cards.ts';
import { scrollToShow } from '../block/window-range.ts';
import styles from './Board.module.css';
import type { Carry } from './carry.ts';
import { contractFill } from './contract-fill.ts';
import { useDrag } from './drag-store.ts';
import { travelFrom } from './travel.ts';
import type { BoardCards } from './use-board.ts';
import { useScrollView } from './use-scroll-view.ts';
import { useCardSource } from './use-card-source.ts';

const CHIP_PITCH = 34;

const chipDomId = (position: number): string => `free-card-${position}`;

interface TrayProps {
  readonly cards: BoardCards;
  readonly carried: Carry | null;
  readonly lit: ReadonlySet<number>;
}

/** Below the lanes: the cards that may run on any of them. Cards put here are unpinned. */
export function Tray({ cards, carried, lit }: TrayProps) {
  const app = useApp();
  const drag = useDrag();
  const tray = useRef<HTMLDivElement>(null);
  const seen = useScrollView(tray);
  const [active, setActive] = useState(-1);
  const { free } = cards;
  useCardSource(tray, 'board');

  useEffect(() => {
    const element = tray.current;
    return element ? drag.addZone({ element, placeAt: () => ({ kind: 'any' }) }) : undefined;
  }, [drag]);
  const from = Math.max(0, Math.floor(seen.left / CHIP_PITCH) - 1);
  const to = Math.min(free.length, Math.ceil((seen.left + seen.width) / CHIP_PITCH) + 1);
  const lifted = new Set(carried?.ids ?? []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.altKey || event.metaKey || event.ctrlKey || free.length === 0) return;
    const vertical = { ArrowLeft: 'ArrowUp', ArrowRight: 'ArrowDown' }[key] ?? key;
    const next = key === 'ArrowUp' || key === 'ArrowDown' ? null : cardAfterKey(vertical, active, free.length, 10);
    if (next !== null) {
      const { selected } = app.view.getState();
      const tx = free[next];
      setActive(next);
      if (tx !== undefined) app.select(event.shiftKey ? [...selected.filter((other) => other !== tx), tx] : [tx]);
      if (tray.current) tray.current.scrollLeft = scrollToShow(next, seen.left, seen.width, CHIP_PITCH);
    } else if (key === ' ') {
      const chosen = new Set(app.view.getState().selected);
      const ids = free.filter((tx) => chosen.has(tx)).map(cards.idOf);
      if (ids.length > 0) drag.pickUp({ ids, from: 'board', via: 'keyboard', place: { kind: 'any' } });
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles.tray} data-target={carried?.place?.kind === 'any' || undefined}>
      <span className={styles.trayLabel} id="any-lane">
        {texts.anyLane}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the role is there, chosen below */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have labels */}
      <div
        ref={tray}
        className={styles.chips}
        // A list box without an option is none.
        role={free.length === 0 ? 'group' : 'listbox'}
        data-shortcuts="pass"
        aria-labelledby="any-lane"
        aria-multiselectable={free.length === 0 ? undefined : 'true'}
        tabIndex={free.length === 0 ? -1 : 0}
        aria-activedescendant={active >= from && active < to ? chipDomId(active) : undefined}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const text = (event.target as Element).closest('[data-index]')?.getAttribute('data-index');
          const { selected } = app.view.getState();
          if (text !== null && text !== undefined) {
            const mode = selectModeOf(event) === 'only' ? 'only' : 'toggle';
            app.select(selectCard({ selected, anchor: -1, active: -1 }, Number(text), mode).selected.map(txIndex));
          }
        }}
      >
        <div className={styles.chipRoad} role="presentation" style={{ width: free.length * CHIP_PITCH }}>
          {free.slice(from, to).map((tx, offset) => (
            <Chip
              key={cards.idOf(tx)}
              id={cards.idOf(tx)}
              tx={tx}
              left={(from + offset) * CHIP_PITCH}
              position={from + offset}
              count={free.length}
              lifted={lifted.has(cards.idOf(tx))}
              lit={lit.has(tx)}
              active={from + offset === active}
            />
          ))}
        </div>
        {free.length === 0 && <span className={styles.trayEmpty}>{texts.everyCardHasItsLane}</span>}
      </div>
    </div>
  );
}

interface ChipProps {
  readonly id: TxId;
  readonly tx: TxIndex;
  readonly left: number;
  readonly position: number;
  readonly count: number;
  readonly lifted: boolean;
  readonly lit: boolean;
  /** The one that keys act on. */
  readonly active: boolean;
}

const Chip = memo(function Chip({ id, tx, left, position, count, lifted, lit, active }: ChipProps) {
  const drag = useDrag();
  const element = useRef<HTMLDivElement>(null);
  const presentation = usePresentation();
  const selected = useView((state) => state.selected.includes(tx));
  useLayoutEffect(() => {
    const origin = drag.takeOrigin(id);
    if (origin && element.current) travelFrom(origin, element.current);
  });
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list
    <div
      ref={element}
      className={styles.chip}
      style={{ left, ...contractFill(presentation.txColor(tx)) }}
      id={chipDomId(position)}
      role="option"
      aria-selected={selected}
      aria-label={`${tx}: ${presentation.txTitle(tx)}`}
      aria-posinset={position + 1}
      aria-setsize={count}
      title={presentation.txTitle(tx)}
      data-index={tx}
      data-card={id}
      data-selected={selected || undefined}
      data-lit={lit || undefined}
      data-active={active || undefined}
      data-lifted={lifted || undefined}
    >
      {tx}
    </div>
  );
});
