import {
  AutoScroller,
  Cursor,
  DragDropManager,
  Draggable,
  PointerActivationConstraints,
  PointerSensor,
  PreventSelection,
} from '@dnd-kit/dom';
import type { TxId } from '../../model/scenario.ts';
import type { App } from '../../store/app.ts';
import { cardsOnLanes } from '../../store/edits.ts';
import type { Carry } from './carry.ts';
import { cardIdAt } from './card-at.ts';
import type { CardSource, Drag } from './drag-store.ts';

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
 * Drags by mouse, pen and finger: dnd-kit's sensor says when one begins, moves and ends. Each list is one source for it, so that
 * cards which come and go as a long list scrolls cost nothing there, and one that is being carried may scroll away.
 * Where cards land is decided by the zones. Returns what ends it.
 */
export function startPointerDrags(app: App, drag: Drag, pointer: { current: { x: number; y: number } }): () => void {
  const manager = new DragDropManager({ sensors: SENSORS, plugins: PLUGINS });
  const draggables = new Map<CardSource, Draggable>();

  manager.monitor.addEventListener('dragstart', ({ operation }) => {
    const from = [...draggables].find(([, draggable]) => draggable === operation.source)?.[0].from;
    const { initial, current } = operation.position;
    const id = cardIdAt(document.elementFromPoint(initial.x, initial.y));
    if (!from || id === null) return;
    pointer.current = current;
    drag.pickUp({ ids: carriedIds(app, id, from), from, via: 'pointer', place: null });
  });
  manager.monitor.addEventListener('dragmove', ({ operation, to }) => {
    pointer.current = to ?? operation.position.current;
    const { x, y } = pointer.current;
    revealBoard(app, drag, x);
    drag.carryTo(drag.placeAt(x, y));
  });
  manager.monitor.addEventListener('dragend', ({ canceled, nativeEvent }) => {
    if (canceled) return drag.cancel();
    // Moves are handled once a frame; where the pointer was let go may be further on.
    if (nativeEvent instanceof PointerEvent) pointer.current = { x: nativeEvent.clientX, y: nativeEvent.clientY };
    drag.carryTo(drag.placeAt(pointer.current.x, pointer.current.y));
    drag.drop();
  });

  let lists = 0;
  const unwatch = drag.watchSources((source, present) => {
    if (present) draggables.set(source, new Draggable({ id: lists++, element: source.element }, manager));
    else {
      draggables.get(source)?.destroy();
      draggables.delete(source);
    }
  });
  return () => {
    unwatch();
    manager.destroy();
  };
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
