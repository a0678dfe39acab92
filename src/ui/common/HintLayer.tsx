import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './controls.module.css';
import { hintPlace } from './hint-place.ts';

/** The pointer must rest this long. */
const DELAY_MS = 450;

interface Shown {
  readonly target: HTMLElement;
  readonly text: string;
  readonly keys: string | undefined;
}

/** Shows the hint of the element pointed at or focused by keyboard: one layer for the page, so that a hint costs an attribute. */
export function HintLayer() {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (target: HTMLElement, delay: number): void => {
      clearTimeout(timer);
      const { hint, keys } = target.dataset;
      if (!hint) return;
      timer = setTimeout(() => {
        // Who has opened the menu knows what the button is for, and the hint would lie over it.
        if (target.ariaExpanded !== 'true') setShown({ target, text: hint, keys });
      }, delay);
    };
    const hide = (): void => {
      clearTimeout(timer);
      setShown(null);
    };
    const onPointerOver = ({ target, pointerType }: PointerEvent): void => {
      const element = hintedAround(target);
      if (element && pointerType === 'mouse') show(element, DELAY_MS);
      else hide();
    };
    const onFocusIn = ({ target }: FocusEvent): void => {
      const element = hintedAround(target);
      if (element && target instanceof Element && target.matches(':focus-visible')) show(element, 0);
    };
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') hide();
    };
    const away = ['pointerdown', 'focusout', 'scroll'] as const;
    document.addEventListener('pointerover', onPointerOver);
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('keydown', onKeyDown);
    for (const type of away) document.addEventListener(type, hide, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPointerOver);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown);
      for (const type of away) document.removeEventListener(type, hide, { capture: true });
    };
  }, []);

  useLayoutEffect(() => {
    const layer = ref.current;
    if (!shown || !layer) return;
    const { left, top } = hintPlace(shown.target.getBoundingClientRect(), layer.getBoundingClientRect(), {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    layer.style.transform = `translate(${left}px, ${top}px)`;
    shown.target.setAttribute('aria-describedby', id);
    return () => shown.target.removeAttribute('aria-describedby');
  }, [shown, id]);

  if (!shown) return null;
  return (
    <div className={styles.tooltip} ref={ref} role="tooltip" id={id}>
      {shown.text} {shown.keys !== undefined && <kbd className={styles.kbd}>{shown.keys}</kbd>}
    </div>
  );
}

function hintedAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}
