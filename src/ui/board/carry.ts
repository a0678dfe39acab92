import { board as texts } from '#texts/board.ts';
import type { Scenario, TxId } from '../../model/scenario.ts';
import { cardsOnLanes, moveTransactions, pinTransactions, unpinTransactions } from '../../store/edits.ts';

/** Where carried cards would land: a gap of the block or of a lane, or back to any lane. */
export type Place =
  | { readonly kind: 'block'; readonly gap: number }
  | { readonly kind: 'lane'; readonly lane: number; readonly gap: number }
  | { readonly kind: 'any' };

/** Cards picked up, by pointer or by keyboard, and not yet put down. */
export interface Carry {
  /** In the order in which they will lie. */
  readonly ids: readonly TxId[];
  readonly from: 'block' | 'board';
  readonly via: 'pointer' | 'keyboard';
  /** Null: nowhere that takes them. */
  readonly place: Place | null;
}

/** One undoable step. */
export interface Drop {
  readonly label: string;
  readonly change: (scenario: Scenario) => Scenario;
}

/** What putting the cards down does; null where it does nothing. Cards from a lane put on the block are unpinned, not moved in it. */
export function dropOf({ ids, from, place }: Pick<Carry, 'ids' | 'from' | 'place'>): Drop | null {
  if (!place || ids.length === 0) return null;
  const cards = ids.length === 1 ? texts.aCard : texts.cards(ids.length);
  if (place.kind === 'lane') {
    const { lane, gap } = place;
    return { label: texts.putOnLane(cards, lane + 1), change: (s) => pinTransactions(s, ids, lane, gap) };
  }
  if (place.kind === 'any' || from === 'board') {
    return { label: texts.takeOffTheLanes(cards), change: (s) => unpinTransactions(s, ids) };
  }
  const { gap } = place;
  return { label: texts.move(cards), change: (s) => moveTransactions(s, ids, gap) };
}

/** Where the first of the cards is now: what a carry by keyboard starts from. */
export function placeOf(scenario: Scenario, id: TxId, from: Carry['from']): Place {
  if (from === 'block') return { kind: 'block', gap: scenario.transactions.findIndex((tx) => tx.id === id) };
  const lanes = cardsOnLanes(scenario);
  const lane = lanes.findIndex((ids) => ids.includes(id));
  return lane < 0 ? { kind: 'any' } : { kind: 'lane', lane, gap: lanes[lane]?.indexOf(id) ?? 0 };
}

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/**
 * The next place in the direction of an arrow. The block is a column; right of it lie the lanes, rows one below the other,
 * and below them the tray of cards for any lane.
 *
 *   block gap ↕     ──→  lane 1:  gap ↔ gap
 *                   ←──  lane 2:  gap ↔ gap
 *                        any lane
 */
export function stepPlace(scenario: Scenario, place: Place, key: ArrowKey): Place {
  const lanes = cardsOnLanes(scenario);
  const gapsIn = (lane: number): number => lanes[lane]?.length ?? 0;
  if (place.kind === 'block') {
    const last = scenario.transactions.length;
    if (key === 'ArrowUp') return { kind: 'block', gap: Math.max(0, place.gap - 1) };
    if (key === 'ArrowDown') return { kind: 'block', gap: Math.min(last, place.gap + 1) };
    return key === 'ArrowRight' ? { kind: 'lane', lane: 0, gap: gapsIn(0) } : place;
  }
  const lastLane = lanes.length - 1;
  if (place.kind === 'any') {
    if (key === 'ArrowUp') return { kind: 'lane', lane: lastLane, gap: gapsIn(lastLane) };
    return key === 'ArrowLeft' ? { kind: 'block', gap: scenario.transactions.length } : place;
  }
  const { lane, gap } = place;
  switch (key) {
    case 'ArrowUp':
      return lane === 0 ? place : { kind: 'lane', lane: lane - 1, gap: gapsIn(lane - 1) };
    case 'ArrowDown':
      return lane === lastLane ? { kind: 'any' } : { kind: 'lane', lane: lane + 1, gap: gapsIn(lane + 1) };
    case 'ArrowRight':
      return { kind: 'lane', lane, gap: Math.min(gapsIn(lane), gap + 1) };
    case 'ArrowLeft':
      return gap > 0 ? { kind: 'lane', lane, gap: gap - 1 } : { kind: 'block', gap: scenario.transactions.length };
  }
}

/** For the screen reader: `before transaction 3`, `on lane 2, after transaction 5`. */
export function describePlace(scenario: Scenario, place: Place, from: Carry['from']): string {
  const indexOf = (id: TxId | undefined): number => scenario.transactions.findIndex((tx) => tx.id === id);
  if (place.kind === 'any') return texts.onAnyLane;
  if (place.kind === 'block') {
    if (from === 'board') return texts.overTheBlockOnAny;
    const { length } = scenario.transactions;
    return place.gap >= length ? texts.atTheEndOfThe : texts.beforeTransaction(place.gap);
  }
  const cards = cardsOnLanes(scenario)[place.lane] ?? [];
  const lane = texts.onLane(place.lane + 1);
  if (cards.length === 0) return texts.empty(lane);
  return place.gap === 0
    ? texts.onLaneBefore(lane, indexOf(cards[0]))
    : texts.onLaneAfter(lane, indexOf(cards[place.gap - 1]));
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'lane' && b.kind === 'lane' && a.lane !== b.lane) return false;
  return a.gap === b.gap;
}

/** `2`, `2 and 5`, `2, 5 and 9`, `2, 5, 9 and 4 more`. */
export function listNumbers(numbers: readonly (number | string)[], most = 4): string {
  const shown = numbers.length > most + 1 ? numbers.slice(0, most) : numbers;
  const rest = numbers.length - shown.length;
  if (rest > 0) return texts.listAndMore(shown.join(', '), rest);
  if (shown.length < 2) return shown.join('');
  return texts.lastOfList(shown.slice(0, -1).join(', '), shown.at(-1) ?? '');
}
