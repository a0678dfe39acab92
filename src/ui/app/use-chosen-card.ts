import { useEffect, useRef } from 'react';
import { useDocument, useView } from '../common/app-context.tsx';

/** After a click on a card, a second one may follow and open it for editing, ms. */
const DOUBLE_CLICK = 350;

/**
 * Calls back when one card has been chosen, in any view. Not while keys go through the list of cards, where each step chooses;
 * nor when the card chosen has only moved.
 */
export function useChosenCard(onChosen: () => void): void {
  const selected = useView((state) => (state.selected.length === 1 ? (state.selected[0] ?? null) : null));
  const id = useDocument(({ scenario }) => (selected === null ? null : (scenario.transactions[selected]?.id ?? null)));
  const byKey = useRef(false);
  const latest = useRef(onChosen);
  latest.current = onChosen;

  useEffect(() => {
    const note = ({ type }: Event): void => {
      byKey.current = type === 'keydown';
    };
    window.addEventListener('keydown', note, true);
    window.addEventListener('pointerdown', note, true);
    return () => {
      window.removeEventListener('keydown', note, true);
      window.removeEventListener('pointerdown', note, true);
    };
  }, []);

  useEffect(() => {
    if (id === null) return;
    const inList = document.activeElement?.closest('[role="listbox"]') != null;
    if (inList && byKey.current) return;
    const timer = setTimeout(() => latest.current(), inList ? DOUBLE_CLICK : 0);
    const callOff = (): void => clearTimeout(timer);
    window.addEventListener('dblclick', callOff, true);
    return () => {
      callOff();
      window.removeEventListener('dblclick', callOff, true);
    };
  }, [id]);
}
