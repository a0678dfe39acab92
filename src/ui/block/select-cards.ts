/** Selected indices in order of selection, the card that a range starts from, and the one that keys move. */
export interface CardSelection {
  readonly selected: readonly number[];
  readonly anchor: number;
  readonly active: number;
}

/** How a click or key was meant: alone; adding or taking away one (Ctrl or ⌘); a range from the anchor (Shift). */
export type SelectMode = 'only' | 'toggle' | 'range';

export function selectModeOf(event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): SelectMode {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

export function selectCard(before: CardSelection, index: number, mode: SelectMode): CardSelection {
  if (mode === 'range' && before.anchor >= 0) {
    const [from, to] = before.anchor <= index ? [before.anchor, index] : [index, before.anchor];
    const range = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    // The card reached comes last: the inspector shows it.
    return { selected: index < before.anchor ? range.reverse() : range, anchor: before.anchor, active: index };
  }
  if (mode === 'toggle') {
    const selected = before.selected.includes(index)
      ? before.selected.filter((other) => other !== index)
      : [...before.selected, index];
    return { selected, anchor: index, active: index };
  }
  return { selected: [index], anchor: index, active: index };
}

/** Where an arrow, Page, Home or End key moves the active card to; null for another key. */
export function cardAfterKey(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return clamp(active - 1);
    case 'PageDown':
      return clamp(active + page);
    case 'PageUp':
      return clamp(active - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
