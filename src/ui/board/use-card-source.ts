import { type RefObject, useEffect } from 'react';
import type { Carry } from './carry.ts';
import { useDrag } from './drag-store.ts';

/** Makes the cards in a list draggable: elements with `data-card`. */
export function useCardSource(list: RefObject<Element | null>, from: Carry['from']): void {
  const drag = useDrag();
  useEffect(() => (list.current ? drag.addSource({ element: list.current, from }) : undefined), [drag, list, from]);
}
