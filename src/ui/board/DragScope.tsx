import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { board as texts } from '#texts/board.ts';
import type { App } from '../../store/app.ts';
import { useApp } from '../common/app-context.tsx';
import { notifyNotFetched } from '../common/notify-not-fetched.ts';
import { type ArrowKey, stepPlace } from './carry.ts';
import styles from './DragScope.module.css';
import { CarriedCards } from './CarriedCards.tsx';
import { createDrag, type Drag, DragContext } from './drag-store.ts';

/**
 * Dragging from the block to the lanes crosses panels: this is wrapped round them all. Drags by pointer are in code that is
 * fetched later; where cards land is decided by the zones (`Drag.addZone`), as arithmetic over their lists, so that lists of 10,000
 * cards need no drop target per card. The keyboard's drag and the digits are here.
 */
export function DragScope({ children }: { children: ReactNode }) {
  const app = useApp();
  const [drag] = useState(() => createDrag(app));
  const message = useStore(drag.store, (state) => state.message);
  const pointer = useRef({ x: 0, y: 0 });
  useCarryKeys(drag, app);
  usePointerDrags(drag, app, pointer);
  useScrollWhileCarrying(drag, pointer);

  return (
    <DragContext value={drag}>
      {children}
      <CarriedCards pointer={pointer} />
      <div className={styles.announcer} role="status" aria-live="assertive">
        {message}
      </div>
    </DragContext>
  );
}

/** What the first picture needs comes first. */
const REST_MS = 200;

/**
 * The code is fetched when the first picture stands, or when a pointer moves before that; until it is there, cards go to lanes
 * by keys and clicks.
 */
function usePointerDrags(drag: Drag, app: App, pointer: { current: { x: number; y: number } }): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let over = false;
    const fetch = (): void => {
      ignoreTriggers();
      import('./pointer-drags.ts').then(
        ({ startPointerDrags }) => {
          if (!over) stop = startPointerDrags(app, drag, pointer);
        },
        (error: unknown) => notifyNotFetched(app, error),
      );
    };
    let soon: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = app.run.subscribe(({ report }) => {
      if (report) soon ??= setTimeout(fetch, REST_MS);
    });
    const ignoreTriggers = (): void => {
      clearTimeout(soon);
      unsubscribe();
      window.removeEventListener('pointermove', fetch);
    };
    window.addEventListener('pointermove', fetch);
    return () => {
      over = true;
      ignoreTriggers();
      stop?.();
    };
  }, [drag, app, pointer]);
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
