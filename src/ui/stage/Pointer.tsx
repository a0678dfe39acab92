import { useEffect, useRef } from 'react';
import styles from './Stage.module.css';

/** The ring goes away when the mouse rests so long (milliseconds). */
const REST_MS = 2500;

/** A ring round the mouse that is seen from the back row. Moves without rendering. */
export function Pointer() {
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      if (ring.current) ring.current.dataset.seen = 'false';
    };
    const follow = ({ clientX, clientY, pointerType }: PointerEvent): void => {
      const element = ring.current;
      if (!element || pointerType === 'touch') return;
      element.style.translate = `${clientX}px ${clientY}px`;
      element.dataset.seen = 'true';
      clearTimeout(rest);
      rest = setTimeout(hide, REST_MS);
    };
    window.addEventListener('pointermove', follow, { passive: true });
    document.documentElement.addEventListener('pointerleave', hide);
    return () => {
      clearTimeout(rest);
      window.removeEventListener('pointermove', follow);
      document.documentElement.removeEventListener('pointerleave', hide);
    };
  }, []);
  return <div ref={ring} className={styles.pointer} data-seen="false" aria-hidden />;
}
