import { type KeyboardEvent, type MouseEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { board as texts } from '#texts/board.ts';
import { txIndex, type TxIndex } from '../../model/ids.ts';
import { gapAtOffset } from '../../store/edits.ts';
import { selectCard, selectModeOf } from '../block/select-cards.ts';
import { useApp } from '../common/app-context.tsx';
import styles from './Board.module.css';
import { boardScale, cardOffsets } from './board-layout.ts';
import { type Carry, describePlace, type Place } from './carry.ts';
import type { ConflictIndex, SharedLocations } from './conflict-index.ts';
import { ConflictLines } from './ConflictLines.tsx';
import { useDrag } from './drag-store.ts';
import { conflictText, LaneRow } from './LaneRow.tsx';
import type { BoardCards } from './use-board.ts';
import { useScrollView } from './use-scroll-view.ts';
import { useCardSource } from './use-card-source.ts';

/** Width of the lane numbers, in pixels. */
export const LABEL_WIDTH = 44;
const MIN_ROW = 32;
const MAX_ROW = 68;

interface BoardGridProps {
  readonly cards: BoardCards;
  readonly conflicts: (() => ConflictIndex) | null;
  /** Cards whose conflicts with the lanes are shown. */
  readonly group: readonly TxIndex[];
  readonly carry: Carry | null;
  readonly lit: ReadonlySet<number>;
}

/** The lanes, one below the other, with the cards on them as long as their gas. */
export function BoardGrid({ cards, conflicts, group, carry, lit }: BoardGridProps) {
  const app = useApp();
  const drag = useDrag();
  const scroller = useRef<HTMLDivElement>(null);
  const view = useScrollView(scroller);
  const [cursor, setCursor] = useState({ lane: 0, position: -1 });
  const [pointed, setPointed] = useState<Place | null>(null);
  useCardSource(scroller, 'board');

  const { lanes } = cards;
  const rowHeight = Math.max(MIN_ROW, Math.min(MAX_ROW, Math.floor((view.height - 2) / lanes.length)));
  const offsets = useMemo(() => {
    const gas = lanes.map((lane) => lane.map(cards.gasOf));
    const all = [...gas.flat(), ...cards.free.map(cards.gasOf)];
    const longest = Math.max(0, ...gas.map((lane) => lane.reduce((sum, each) => sum + each, 0)));
    const scale = boardScale(all, longest, lanes.length, Math.max(100, view.width - LABEL_WIDTH));
    return gas.map((lane) => cardOffsets(lane, scale));
  }, [lanes, cards, view.width]);
  const roadEnd = Math.max(0, ...offsets.map((lane) => lane.at(-1) ?? 0));

  const shared = useMemo((): readonly SharedLocations[] | null => {
    if (group.length === 0 || !conflicts) return null;
    const index = conflicts();
    return lanes.map((lane) => index.between(group, lane));
  }, [group, conflicts, lanes]);

  const placeAt = (x: number, y: number): Place | null => {
    const element = scroller.current;
    if (!element) return null;
    const box = element.getBoundingClientRect();
    const lane = Math.floor((y - box.top + element.scrollTop) / rowHeight);
    const along = x - box.left + element.scrollLeft - LABEL_WIDTH;
    const there = offsets[lane];
    return there ? { kind: 'lane', lane, gap: gapAtOffset(along, there) } : null;
  };
  const latest = useRef(placeAt);
  latest.current = placeAt;
  useEffect(() => {
    const element = scroller.current;
    return element ? drag.addZone({ element, placeAt: (x, y) => latest.current(x, y) }) : undefined;
  }, [drag]);

  const place = carry ? carry.place : group.length > 0 ? pointed : null;
  useEffect(() => {
    // A place reached by keyboard may lie outside of what is seen.
    const element = scroller.current;
    if (!element || carry?.via !== 'keyboard' || carry.place?.kind !== 'lane') return;
    const left = offsets[carry.place.lane]?.[carry.place.gap] ?? 0;
    showStretch(element, left, left + 40, carry.place.lane * rowHeight, (carry.place.lane + 1) * rowHeight);
  }, [carry, offsets, rowHeight]);

  const sayConflicts = useEffectEvent((at: Place, conflicting: SharedLocations) => {
    const { scenario } = app.document.getState();
    drag.announce(`${describePlace(scenario, at, 'block')}, ${conflictText(conflicting)}.`);
  });
  useEffect(() => {
    const at = carry?.via === 'keyboard' ? carry.place : null;
    const there = at?.kind === 'lane' ? shared?.[at.lane] : undefined;
    if (at && there && there.others.length > 0) sayConflicts(at, there);
  }, [carry, shared]);

  const selectedIds = (): readonly string[] =>
    [...app.view.getState().selected].sort((a, b) => a - b).map((tx) => cards.idOf(tx));
  const putSelection = (at: Place): void => {
    const ids = selectedIds();
    if (ids.length > 0) drag.put(ids, 'board', at);
    setPointed(null);
  };
  const cardAt = (target: EventTarget): TxIndex | null => {
    const text = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : null;
    return text === null || text === undefined ? null : txIndex(Number(text));
  };
  const onClick = (event: MouseEvent): void => {
    const tx = cardAt(event.target);
    if (tx === null) {
      const at = placeAt(event.clientX, event.clientY);
      const onNumber = event.target instanceof Element && event.target.closest('[role="rowheader"]') !== null;
      // On the lane's number, where there is no telling between which cards: at its end.
      if (at) putSelection(onNumber && at.kind === 'lane' ? { ...at, gap: Infinity } : at);
      return;
    }
    const { selected } = app.view.getState();
    const mode = selectModeOf(event) === 'only' ? 'only' : 'toggle';
    app.select(selectCard({ selected, anchor: -1, active: -1 }, tx, mode).selected.map(txIndex));
    const lane = lanes.findIndex((on) => on.includes(tx));
    setCursor({ lane, position: lanes[lane]?.indexOf(tx) ?? -1 });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const lane = Math.min(cursor.lane, lanes.length - 1);
    const position = Math.min(cursor.position, (lanes[lane]?.length ?? 0) - 1);
    const tx = lanes[lane]?.[position];
    const go = (toLane: number, toPosition: number): void => {
      const l = Math.max(0, Math.min(lanes.length - 1, toLane));
      const p = Math.max(-1, Math.min((lanes[l]?.length ?? 0) - 1, toPosition));
      setCursor({ lane: l, position: p });
      const element = scroller.current;
      const left = offsets[l]?.[p] ?? 0;
      if (element) showStretch(element, left, offsets[l]?.[p + 1] ?? left, l * rowHeight, (l + 1) * rowHeight);
    };
    switch (event.key) {
      case 'ArrowUp':
        go(lane - 1, position);
        break;
      case 'ArrowDown':
        go(lane + 1, position);
        break;
      case 'ArrowLeft':
        go(lane, position - 1);
        break;
      case 'ArrowRight':
        go(lane, position + 1);
        break;
      case 'Home':
        go(lane, -1);
        break;
      case 'End':
        go(lane, Infinity);
        break;
      case 'Enter':
        if (tx === undefined) putSelection({ kind: 'lane', lane, gap: Infinity });
        else app.select([tx]);
        break;
      case ' ': {
        const { selected } = app.view.getState();
        if (tx === undefined) putSelection({ kind: 'lane', lane, gap: Infinity });
        else if (event.ctrlKey)
          app.select(selectCard({ selected, anchor: -1, active: -1 }, tx, 'toggle').selected.map(txIndex));
        else {
          if (!selected.includes(tx)) app.select([tx]);
          const chosen = new Set(app.view.getState().selected);
          const ids = [...lanes.flat(), ...cards.free].filter((card) => chosen.has(card)).map(cards.idOf);
          drag.pickUp({ ids, from: 'board', via: 'keyboard', place: { kind: 'lane', lane, gap: position } });
        }
        break;
      }
      case 'Delete':
      case 'Backspace':
        if (tx !== undefined)
          drag.put(app.view.getState().selected.includes(tx) ? selectedIds() : [cards.idOf(tx)], 'board', {
            kind: 'any',
          });
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const carried = new Set(carry?.ids ?? []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: cards lie by their gas, not in a table's columns
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={texts.lanesWithTheCardsPinned}
      aria-activedescendant={cursorDomId(cursor.lane, cursor.position)}
      aria-describedby="board-keys"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerMove={(event) => {
        const tx = cardAt(event.target);
        app.hover(tx === null ? null : { tx });
        if (group.length > 0 && !carry) setPointed(tx === null ? placeAt(event.clientX, event.clientY) : null);
      }}
      onPointerLeave={() => {
        app.hover(null);
        setPointed(null);
      }}
    >
      <div
        className={styles.road}
        role="presentation"
        style={{ width: Math.max(view.width, LABEL_WIDTH + roadEnd), height: lanes.length * rowHeight }}
      >
        {lanes.map((txs, lane) => (
          <LaneRow
            key={lane}
            lane={lane}
            txs={txs}
            cards={cards}
            offsets={offsets[lane] ?? [0]}
            height={rowHeight}
            inView={lane * rowHeight < view.top + view.height && (lane + 1) * rowHeight > view.top}
            seenLeft={view.left}
            seenWidth={view.width}
            shared={shared?.[lane] ?? null}
            gap={place?.kind === 'lane' && place.lane === lane ? place.gap : null}
            asks={carry === null && place?.kind === 'lane' && place.lane === lane}
            carried={carried}
            lit={lit}
            invites={lane === 0 && cards.free.length > 0 && roadEnd === 0}
            cursor={cursor.lane === lane ? cursor.position : null}
          />
        ))}
        {shared && place?.kind === 'lane' && (
          <ConflictLines
            shared={shared}
            lanes={lanes}
            offsets={offsets}
            rowHeight={rowHeight}
            place={place}
            seen={view}
          />
        )}
      </div>
      <p id="board-keys" hidden>
        {texts.arrowKeysMoveBetweenLanes}
      </p>
    </div>
  );
}

export function cursorDomId(lane: number, position: number): string {
  return position < 0 ? `lane-${lane}` : `lane-${lane}-card-${position}`;
}

function showStretch(element: HTMLElement, left: number, right: number, top: number, bottom: number): void {
  const seen = element.clientWidth - LABEL_WIDTH;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (right > element.scrollLeft + seen) element.scrollLeft = Math.min(left, right - seen);
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
}
