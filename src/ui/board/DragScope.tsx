import { AutoScroller, Cursor, PointerActivationConstraints, PointerSensor, PreventSelection } from '@dnd-kit/dom';
import { DragDropProvider } from '@dnd-kit/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { board as texts } from '#texts/board.ts';
import type { TxId } from '../../model/scenario.ts';
import type { App } from '../../store/app.ts';
import { cardsOnLanes } from '../../store/edits.ts';
import { useApp } from '../common/app-context.tsx';
import { type ArrowKey, type Carry, stepPlace } from './carry.ts';
import styles from './DragScope.module.css';
import { CarriedCards } from './CarriedCards.tsx';
import { createDrag, type Drag, DragContext } from './drag-store.ts';
import { type CardSource, cardIdAt } from './use-card-source.ts';

/** A mouse drags after 5 px, so that a click stays a click; a finger after a moment's rest, so that a swipe scrolls. */
const SENSORS = [
  PointerSensor.configure({
    activationConstraints: (event) =>
      event.pointerType === 'touch'
        ? [new PointerActivationConstraints.Delay({ value: 250, tolerance: 8 })]
        : [new PointerActivationConstraints.Distance({ value: 5 })],
    preventActivation: ({ target }) => !(target instanceof Element) || cardIdAt(target) === null,
  }),
];
const PLUGINS = [AutoScroller.configure({ threshold: 0.12 }), Cursor, PreventSelection];

/**
 * Dragging from the block to the lanes crosses panels: this is wrapped round them all. Pointer drags come from dnd-kit's sensor;
 * where cards land is decided by the zones (`Drag.addZone`), as arithmetic over their lists, so that lists of 10,000 cards
 * need no drop target per card. The keyboard's drag and the digits are here too.
 */
export function DragScope({ children }: { children: ReactNode }) {
  const app = useApp();
  const [drag] = useState(() => createDrag(app));
  const message = useStore(drag.store, (state) => state.message);
  const pointer = useRef({ x: 0, y: 0 });
  useCarryKeys(drag, app);
  useScrollWhileCarrying(drag, pointer);

  return (
    <DragContext value={drag}>
      <DragDropProvider
        sensors={SENSORS}
        plugins={PLUGINS}
        onDragStart={({ operation }) => {
          const source = operation.source?.data as CardSource | undefined;
          const { initial, current } = operation.position;
          const id = cardIdAt(document.elementFromPoint(initial.x, initial.y));
          if (!source || id === null) return;
          pointer.current = current;
          drag.pickUp({ ids: carriedIds(app, id, source.from), from: source.from, via: 'pointer', place: null });
        }}
        onDragMove={({ operation, to }) => {
          pointer.current = to ?? operation.position.current;
          const { x, y } = pointer.current;
          revealBoard(app, drag, x);
          drag.carryTo(drag.placeAt(x, y));
        }}
        onDragEnd={({ canceled, nativeEvent }) => {
          if (canceled) return drag.cancel();
          // Moves are handled once a frame; where the pointer was let go may be further on.
          if (nativeEvent instanceof PointerEvent) pointer.current = { x: nativeEvent.clientX, y: nativeEvent.clientY };
          drag.carryTo(drag.placeAt(pointer.current.x, pointer.current.y));
          drag.drop();
        }}
      >
        {children}
        <CarriedCards pointer={pointer} />
      </DragDropProvider>
      <div className={styles.announcer} role="status" aria-live="assertive">
        {message}
      </div>
    </DragContext>
  );
}

/** The whole selection when the card is part of it, in block order or as it lies on the lanes; else the card alone. */
function carriedIds(app: App, id: TxId, from: Carry['from']): readonly TxId[] {
  const { scenario } = app.document.getState();
  const { selected } = app.view.getState();
  const chosen = new Set(selected.map((index) => scenario.transactions[index]?.id));
  if (!chosen.has(id)) return [id];
  const block = scenario.transactions.map((tx) => tx.id);
  const order = from === 'block' ? block : [...cardsOnLanes(scenario).flat(), ...block];
  return [...new Set(order.filter((other) => chosen.has(other)))];
}

/** A drag that leaves the block is on its way to the lanes. */
function revealBoard(app: App, drag: Drag, x: number): void {
  if (app.view.getState().lanesView === 'board' || drag.store.getState().carry?.from !== 'block') return;
  const block = document.querySelector('[data-zone="block"]');
  if (block && x > block.getBoundingClientRect().right) app.setLanesView('board');
}

/** The list moves under a resting pointer: what would be hit has changed. */
function useScrollWhileCarrying(drag: Drag, pointer: { readonly current: { x: number; y: number } }): void {
  useEffect(() => {
    const onScroll = (): void => {
      if (drag.store.getState().carry?.via !== 'pointer') return;
      drag.carryTo(drag.placeAt(pointer.current.x, pointer.current.y));
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', onScroll, { capture: true });
  }, [drag, pointer]);
}

/** While cards are carried by keyboard all keys belong to the drag. Digits send the selection to a lane, 0 unpins it. */
function useCarryKeys(drag: Drag, app: App): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { carry } = drag.store.getState();
      if (carry?.via === 'keyboard') {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key.startsWith('Arrow')) {
          const place = stepPlace(
            app.document.getState().scenario,
            carry.place ?? { kind: 'any' },
            event.key as ArrowKey,
          );
          if (place.kind !== 'block') app.setLanesView('board');
          drag.carryTo(place);
        } else if (event.key === ' ' || event.key === 'Enter') drag.drop();
        else drag.cancel();
        if (event.key !== 'Tab') event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (carry && event.key === 'Escape') return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (/^[0-9]$/.test(event.key) && sendSelection(app, drag, Number(event.key))) event.preventDefault();
    };
    // The pointer takes over: what the keyboard carries is put back.
    const onPointerDown = (): void => {
      if (drag.store.getState().carry?.via === 'keyboard') drag.cancel();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, [drag, app]);
}

/** Digit n: the selected cards to the end of lane n; 0: back to any lane. */
function sendSelection(app: App, drag: Drag, digit: number): boolean {
  const { transactions, settings } = app.document.getState().scenario;
  const ids = [...app.view.getState().selected].sort((a, b) => a - b).flatMap((index) => transactions[index]?.id ?? []);
  if (ids.length === 0) return false;
  if (digit > settings.lanes) {
    drag.announce(texts.thereAreLanesThereIs(settings.lanes, digit));
    return true;
  }
  drag.put(ids, 'board', digit === 0 ? { kind: 'any' } : { kind: 'lane', lane: digit - 1, gap: Infinity });
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], dialog, [role="dialog"], [role="menu"]') !== null;
}
