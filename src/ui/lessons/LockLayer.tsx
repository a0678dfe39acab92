import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import { CONTROLS, type Control } from '../../lessons/lesson.ts';
import { useView } from '../common/app-context.tsx';
import styles from './LessonPanel.module.css';
import { useSession } from './LessonText.tsx';

/** Marked with the control it is: `data-control`. */
const controlAround = (target: EventTarget | null): Control | null => {
  const name = target instanceof Element ? target.closest('[data-control]')?.getAttribute('data-control') : null;
  return CONTROLS.find((control) => control === name) ?? null;
};

/** The parts of a locked control that are used, and those that have a hint of their own. */
const PARTS = '[data-locked] :is(button, input, select, [role="slider"], [data-hint])';
const PRESSES = ['pointerdown', 'mousedown', 'click', 'dblclick', 'keydown', 'beforeinput', 'change'] as const;
/** What is only looked at or unfolded. */
const READABLE = '[data-readable], [aria-expanded]:not([aria-haspopup])';
/** Keys that only go elsewhere. */
const PASSING = new Set(['Tab', 'Shift', 'Escape', 'Control', 'Alt', 'Meta', 'F5', 'F11', 'F12']);

/**
 * Keeps locked controls from being used, wherever they stand, and says why: on hover and focus by their hint, on a press by a
 * note. They stay reachable by keyboard. (What gets past it, a shortcut say, the document's guard refuses.)
 */
export function LockLayer() {
  const session = useSession();
  const locked = useView((state) => state.locked);
  const refused = useStore(session.store, (state) => state.refused);
  const [note, setNote] = useState('');

  useEffect(() => {
    const onPress = (event: Event): void => {
      const control = controlAround(event.target);
      if (!control || !locked.has(control)) return;
      if (event instanceof KeyboardEvent && (PASSING.has(event.key) || event.ctrlKey || event.metaKey)) return;
      // The list of cards is read by its keys; what would move or change a card is refused behind it.
      if (event.target instanceof Element && event.target.closest(READABLE)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.type === 'click' || event.type === 'keydown') session.refuse(control);
    };
    for (const type of PRESSES) document.addEventListener(type, onPress, { capture: true });
    return () => {
      for (const type of PRESSES) document.removeEventListener(type, onPress, { capture: true });
    };
  }, [locked, session]);

  // Parts of the page come and go, so that the marks are set again with each change of it.
  useEffect(() => {
    const undo = new Map<Element, () => void>();
    const set = (element: Element, name: string, value: string): void => {
      const before = element.getAttribute(name);
      const earlier = undo.get(element);
      element.setAttribute(name, value);
      undo.set(element, () => {
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
        earlier?.();
      });
    };
    const mark = (): void => {
      for (const element of document.querySelectorAll('[data-control]:not([data-readable]):not([data-locked])')) {
        const control = controlAround(element);
        if (!control || !locked.has(control)) continue;
        set(element, 'data-locked', '');
        set(element, 'data-hint', texts.lockedHere);
      }
      for (const part of document.querySelectorAll(PARTS)) {
        if (!part.hasAttribute('data-by-lock')) {
          set(part, 'data-by-lock', '');
          set(part, 'aria-disabled', 'true');
        }
        if (part.getAttribute('data-hint') !== texts.lockedHere) set(part, 'data-hint', texts.lockedHere);
      }
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      for (const takeBack of undo.values()) takeBack();
    };
  }, [locked]);

  const times = useRef(0);
  useEffect(() => {
    if (!refused || refused.times === times.current) return;
    times.current = refused.times;
    setNote(texts.lockedControl(refused.control));
    const timer = setTimeout(() => setNote(''), 4_000);
    return () => clearTimeout(timer);
  }, [refused]);
  return note === '' ? null : <p className={styles.note}>{note}</p>;
}
