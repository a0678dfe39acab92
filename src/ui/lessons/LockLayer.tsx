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

const PRESSES = ['pointerdown', 'mousedown', 'click', 'dblclick', 'keydown', 'beforeinput', 'change'] as const;
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
      if (event.target instanceof Element && event.target.closest('[data-readable]')) return;
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
    const marked = new Map<Element, string | null>();
    const clear = (): void => {
      for (const [element, hint] of marked) {
        element.removeAttribute('data-locked');
        if (hint === null) element.removeAttribute('data-hint');
        else element.setAttribute('data-hint', hint);
        for (const button of element.querySelectorAll('[aria-disabled="true"][data-by-lock]')) {
          button.removeAttribute('aria-disabled');
          button.removeAttribute('data-by-lock');
        }
      }
      marked.clear();
    };
    const mark = (): void => {
      for (const element of document.querySelectorAll('[data-control]')) {
        const control = controlAround(element);
        if (!control || !locked.has(control) || element.hasAttribute('data-readable')) continue;
        if (!marked.has(element)) {
          marked.set(element, element.getAttribute('data-hint'));
          element.setAttribute('data-locked', '');
          element.setAttribute('data-hint', texts.lockedHere);
        }
        const inner = element.querySelectorAll('button, input, select, [role="slider"]');
        for (const part of element.matches('button') ? [element, ...inner] : inner) {
          if (part.hasAttribute('aria-disabled')) continue;
          part.setAttribute('aria-disabled', 'true');
          part.setAttribute('data-by-lock', '');
        }
      }
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      clear();
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
