import { useDraggable } from '@dnd-kit/react';
import type { RefObject } from 'react';
import type { TxId } from '../../model/scenario.ts';
import type { Carry } from './carry.ts';

/** What a list that cards are dragged from says of itself. */
export interface CardSource {
  readonly from: Carry['from'];
}

/**
 * Makes the cards in a list draggable: elements with `data-card`. The list is the one source for the drag library, so
 * that cards which come and go as a long list scrolls cost nothing there, and one that is being carried may scroll away.
 */
export function useCardSource(id: string, list: RefObject<Element | null>, from: Carry['from']): void {
  useDraggable<CardSource & Record<string, unknown>>({ id, element: list, data: { from } });
}

export function cardIdAt(target: Element | null): TxId | null {
  return target?.closest('[data-card]')?.getAttribute('data-card') ?? null;
}
