import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { board as texts } from '#texts/board.ts';
import type { Scenario, TxId } from '../../model/scenario.ts';
import type { App } from '../../store/app.ts';
import { type Carry, describePlace, dropOf, listNumbers, type Place, samePlace } from './carry.ts';

interface DragState {
  readonly carry: Carry | null;
  /** The last step in words, for the screen reader. */
  readonly message: string;
}

/** A list that cards are dragged from. */
export interface CardSource {
  readonly element: Element;
  readonly from: Carry['from'];
}

/** A part of the page that takes cards. */
interface Zone {
  readonly element: Element;
  /** Where cards let go at this point of the viewport would land. */
  placeAt(x: number, y: number): Place | null;
}

/**
 * The one drag on the page, from whichever list and by whichever hand. Pointer and keyboard drive the same four steps:
 *
 *   pickUp ──▶ carryTo* ──▶ drop │ cancel
 */
export interface Drag {
  readonly store: StoreApi<DragState>;
  pickUp(carry: Carry): void;
  carryTo(place: Place | null): void;
  /** One undoable step. */
  drop(): void;
  cancel(): void;
  /** Does what a drop there would do, without a drag: a click on a lane, a digit. */
  put(ids: readonly TxId[], from: Carry['from'], place: Place): void;
  announce(message: string): void;
  addZone(zone: Zone): () => void;
  addSource(source: CardSource): () => void;
  /** Tells of every list that is there, and of each that comes or goes, until the function returned is called. */
  watchSources(onChange: (source: CardSource, present: boolean) => void): () => void;
  placeAt(x: number, y: number): Place | null;
  /** Where cards that were just dropped came from, once each: a card that appears elsewhere travels from there. */
  takeOrigin(id: TxId): DOMRect | undefined;
}

/** Cards beyond this many don't travel: nobody could follow them. */
const MOST_TRAVELLERS = 40;

export function createDrag(app: App): Drag {
  const store = createStore<DragState>(() => ({ carry: null, message: '' }));
  const zones = new Set<Zone>();
  const sources = new Set<CardSource>();
  const watchers = new Set<(source: CardSource, present: boolean) => void>();
  let origins = new Map<TxId, DOMRect>();

  const scenario = (): Scenario => app.document.getState().scenario;
  const announce = (message: string): void => store.setState({ message });
  const cardsInWords = (ids: readonly TxId[]): string => {
    const indices = ids.map((id) => scenario().transactions.findIndex((tx) => tx.id === id));
    return `${ids.length === 1 ? 'Transaction' : 'Transactions'} ${listNumbers(indices)}`;
  };
  const put = (ids: readonly TxId[], from: Carry['from'], place: Place): void => {
    const drop = dropOf({ ids, from, place });
    if (!drop) return;
    origins = new Map();
    const carried = document.querySelector('[data-carried]');
    for (const id of ids.slice(0, MOST_TRAVELLERS)) {
      const card = carried ?? document.querySelector(`[data-card="${CSS.escape(id)}"]`);
      if (card) origins.set(id, card.getBoundingClientRect());
    }
    app.edit(drop.label, drop.change);
    const now = scenario();
    const lane = place.kind === 'lane' ? texts.onLane(place.lane + 1) : null;
    const where = lane ?? (place.kind === 'any' || from === 'board' ? texts.onAnyLane : 'moved');
    announce(
      `${cardsInWords(ids)} ${where}.${where === 'moved' ? texts.nowAt(now.transactions.findIndex((tx) => tx.id === ids[0])) : ''}`,
    );
  };

  return {
    store,
    pickUp(carry) {
      const hint = carry.via === 'keyboard' ? texts.arrowKeysCarrySpacePuts : '';
      store.setState({ carry, message: texts.pickedUp(cardsInWords(carry.ids), hint) });
    },
    carryTo(place) {
      const { carry } = store.getState();
      if (!carry || samePlace(carry.place, place)) return;
      store.setState({
        carry: { ...carry, place },
        message: place ? `${describePlace(scenario(), place, carry.from)}.` : texts.nowhereToDropHere,
      });
    },
    drop() {
      const { carry } = store.getState();
      if (!carry) return;
      // Cards travel from where they hang, which is gone once they aren't carried any more.
      if (carry.place) put(carry.ids, carry.from, carry.place);
      else announce(texts.droppedNowhereNothingChanged);
      store.setState({ carry: null });
    },
    cancel() {
      const { carry } = store.getState();
      if (carry) store.setState({ carry: null, message: texts.putBackNothingChanged(cardsInWords(carry.ids)) });
    },
    put,
    announce,
    addSource(source) {
      sources.add(source);
      for (const watch of watchers) watch(source, true);
      return () => {
        sources.delete(source);
        for (const watch of watchers) watch(source, false);
      };
    },
    watchSources(onChange) {
      watchers.add(onChange);
      for (const source of sources) onChange(source, true);
      return () => watchers.delete(onChange);
    },
    addZone(zone) {
      zones.add(zone);
      return () => zones.delete(zone);
    },
    placeAt(x, y) {
      for (const zone of zones) {
        const box = zone.element.getBoundingClientRect();
        if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return zone.placeAt(x, y);
      }
      return null;
    },
    takeOrigin(id) {
      const origin = origins.get(id);
      origins.delete(id);
      return origin;
    },
  };
}

export const DragContext = createContext<Drag | null>(null);

export function useDrag(): Drag {
  const drag = useContext(DragContext);
  if (!drag) throw new Error('useDrag needs a DragScope above it');
  return drag;
}

export function useCarry<T>(selector: (carry: Carry | null) => T): T {
  return useStore(useDrag().store, (state) => selector(state.carry));
}
