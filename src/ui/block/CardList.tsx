import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { block as texts } from '#texts/block.ts';
import { late } from '../common/late.tsx';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { gapAtPosition, gapOfStep, moveTransactions } from '../../store/edits.ts';
import { placeOf } from '../board/carry.ts';
import { useCarry, useDrag } from '../board/drag-store.ts';
import { useApp, useDocument, useView } from '../common/app-context.tsx';
import { useConflictIndex, useLitCards } from '../board/use-conflict-index.ts';
import { useCardSource } from '../board/use-card-source.ts';
import { usePresentation } from '../common/use-presentation.ts';
import styles from './CardList.module.css';
import { duplicateCards, removeCards, selectedIds } from './card-actions.ts';
import { cardAfterKey, type CardSelection, selectCard, selectModeOf } from './select-cards.ts';
import { TxCard } from './TxCard.tsx';
import { useWindow } from './use-window.ts';
import { scrollToShow } from './window-range.ts';

/** Fetched when it is first asked for: the first picture needs no menu. */
const CardMenu = late(() => import('./CardMenu.tsx').then((m) => m.CardMenu));

/** Height of a card with the space below it, in rem: the list's arithmetic needs all cards to be the same. */
const CARD_PITCH_REM = 3.5;

/** The block's cards in order. Only those near the part seen are in the page, so that 10,000 are as fluid as ten. */
export function CardList({ onEdit }: { onEdit: (id: TxId) => void }) {
  const app = useApp();
  const drag = useDrag();
  const transactions = useDocument((state) => state.scenario.transactions);
  const pins = useDocument((state) => state.scenario.pins);
  const selected = useView((state) => state.selected);
  const marks = useView((state) => state.marks.transactions);
  const asks = useView((state) => state.marks.asks === 'transactions');
  const lit = useLitCards(useConflictIndex());
  const problems = useProblems();
  const presentation = usePresentation();
  const [cursor, setCursor] = useState({ anchor: -1, active: -1 });
  const list = useRef<HTMLDivElement>(null);
  const count = transactions.length;
  useCardSource(list, 'block');
  const { from, to, pitch, page } = useWindow(list, CARD_PITCH_REM, count);
  const carrying = useCarry((carry) => carry?.ids ?? null);
  const gap = useCarry((carry) => (carry?.from === 'block' && carry.place?.kind === 'block' ? carry.place.gap : null));

  // Another view selected a card: keys go on from there, and it comes into view.
  const last = selected.at(-1);
  useEffect(() => {
    if (last === undefined) return;
    setCursor((before) => (before.active === last ? before : { anchor: last, active: last }));
  }, [last]);
  // Also when the list has become shorter, as by the bar of actions below it.
  useEffect(() => {
    if (last !== undefined && page > 0) reveal(list.current, last, pitch);
  }, [last, pitch, page]);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    return drag.addZone({
      element,
      placeAt: (_x, y) => {
        const top = y - element.getBoundingClientRect().top + element.scrollTop;
        return { kind: 'block', gap: gapAtPosition(top, pitch, app.document.getState().scenario.transactions.length) };
      },
    });
  }, [app, drag, pitch]);

  const select = (next: CardSelection): void => {
    setCursor({ anchor: next.anchor, active: next.active });
    app.select(next.selected.map(txIndex));
    reveal(list.current, next.active, pitch);
  };
  const moveCards = (direction: -1 | 1): void => {
    const indices = [...app.view.getState().selected].sort((a, b) => a - b);
    const to = gapOfStep(indices, direction, count);
    const ids = selectedIds(app);
    app.edit(ids.length === 1 ? texts.moveACard : texts.moveCards(ids.length), (s) => moveTransactions(s, ids, to));
    const place = app.view.getState().selected[0];
    if (place !== undefined) drag.announce(texts.movedTo(place));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const modified = event.ctrlKey || event.metaKey;
    const done = (): void => event.preventDefault();
    const active = cursor.active >= 0 && cursor.active < count ? cursor.active : -1;
    if (modified && event.key.toLowerCase() === 'a') {
      app.select(transactions.map((_, index) => txIndex(index)));
      done();
    } else if (modified && event.key.toLowerCase() === 'd') {
      duplicateCards(app);
      done();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      moveCards(event.key === 'ArrowUp' ? -1 : 1);
      done();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      removeCards(app);
      done();
    } else if (event.key === 'Enter' && active >= 0) {
      const id = transactions[active]?.id;
      if (id !== undefined) onEdit(id);
      done();
    } else if (event.key === ' ' && active >= 0) {
      if (asks) app.mark({ tx: txIndex(active) });
      else if (modified) select(selectCard({ selected, ...cursor }, active, 'toggle'));
      else pickUpActive(active);
      done();
    } else if (event.key === 'Escape' && selected.length > 0) {
      app.select([]);
      done();
    } else {
      const next = cardAfterKey(event.key, active, count, page);
      if (next === null || event.altKey) return;
      if (modified) setCursor({ ...cursor, active: next });
      else select(selectCard({ selected, ...cursor }, next, event.shiftKey ? 'range' : 'only'));
      if (modified) reveal(list.current, next, pitch);
      done();
    }
  };
  const pickUpActive = (active: number): void => {
    if (!selected.includes(txIndex(active))) select(selectCard({ selected, ...cursor }, active, 'only'));
    const ids = selectedIds(app);
    const first = ids[0];
    if (first === undefined) return;
    drag.pickUp({
      ids,
      from: 'block',
      via: 'keyboard',
      place: placeOf(app.document.getState().scenario, first, 'block'),
    });
  };

  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const lifted = new Set(carrying ?? []);
  const chosen = new Set<number>(selected);
  return (
    <>
      <div className={styles.frame} data-control="reorder" data-readable>
        <div
          ref={list}
          className={styles.list}
          role="listbox"
          data-shortcuts="pass"
          aria-label={texts.transactionsInBlockOrder}
          aria-multiselectable="true"
          aria-activedescendant={cursor.active >= from && cursor.active < to ? cardDomId(cursor.active) : undefined}
          aria-describedby="block-keys"
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={() => {
            // Something must show where the focus is.
            if (cursor.active < 0 && count > 0) setCursor({ anchor: 0, active: 0 });
          }}
          onClick={(event) => {
            const index = cardAt(event.target);
            if (index === null) return;
            app.mark({ tx: txIndex(index) });
            select(selectCard({ selected, ...cursor }, index, selectModeOf(event)));
          }}
          onDoubleClick={(event) => {
            const id = transactions[cardAt(event.target) ?? -1]?.id;
            if (id !== undefined) onEdit(id);
          }}
          onContextMenu={(event) => {
            // A long touch picks the card up; it must not open the menu as well.
            if (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch') return;
            event.preventDefault();
            setMenuAt({ x: event.clientX, y: event.clientY });
            const index = cardAt(event.target);
            if (index !== null && !chosen.has(index)) select(selectCard({ selected, ...cursor }, index, 'only'));
          }}
          onPointerOver={(event) => {
            const index = cardAt(event.target);
            app.hover(index === null ? null : { tx: txIndex(index) });
          }}
          onPointerLeave={() => app.hover(null)}
        >
          <div className={styles.cards} style={{ height: `${count * CARD_PITCH_REM}rem` }} role="presentation">
            {transactions.slice(from, to).map((tx, offset) => {
              const index = from + offset;
              return (
                <TxCard
                  key={tx.id}
                  id={tx.id}
                  domId={cardDomId(index)}
                  index={txIndex(index) as TxIndex}
                  count={count}
                  top={`${index * CARD_PITCH_REM}rem`}
                  selected={chosen.has(index)}
                  active={index === cursor.active}
                  lit={lit.has(index)}
                  mark={marks.get(index) ?? null}
                  lifted={lifted.has(tx.id)}
                  lane={pins[tx.id] ?? null}
                  problem={problems.get(tx.id) ?? null}
                  presentation={presentation}
                />
              );
            })}
            {gap !== null && <div className={styles.dropLine} style={{ top: `${gap * CARD_PITCH_REM}rem` }} />}
          </div>
          {count === 0 && <p className={styles.empty}>{texts.noTransactionsYetAddOne}</p>}
        </div>
      </div>
      {menuAt && <CardMenu at={menuAt} onEdit={onEdit} onClose={() => setMenuAt(null)} />}
      <p id="block-keys" hidden>
        {texts.spacePicksUpTheSelected}
      </p>
    </>
  );
}

const cardDomId = (index: number): string => `block-card-${index}`;

function cardAt(target: EventTarget): number | null {
  const card = target instanceof Element ? target.closest('[data-index]') : null;
  const index = card?.getAttribute('data-index');
  return index === null || index === undefined ? null : Number(index);
}

function reveal(list: HTMLElement | null, index: number, pitch: number): void {
  if (!list || index < 0) return;
  const top = scrollToShow(index, list.scrollTop, list.clientHeight, pitch);
  if (top !== list.scrollTop) list.scrollTop = top;
}

/** The first problem of each transaction that has one. */
function useProblems(): ReadonlyMap<TxId, string> {
  const problems = useDocument((state) => state.problems);
  return useMemo(() => {
    const byTx = new Map<TxId, string>();
    for (const { tx, message } of problems) {
      // Its place is on the card already.
      if (tx !== null && !byTx.has(tx)) byTx.set(tx, message.replace(/^transaction \d+: /, ''));
    }
    return byTx;
  }, [problems]);
}
