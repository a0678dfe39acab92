import type { TxId } from '../../model/scenario.ts';

/** The card that an element of the page belongs to. */
export function cardIdAt(target: Element | null): TxId | null {
  return target?.closest('[data-card]')?.getAttribute('data-card') ?? null;
}
