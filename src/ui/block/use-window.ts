import { type RefObject, useLayoutEffect, useState } from 'react';
import { windowRange } from './window-range.ts';

interface ListWindow {
  readonly from: number;
  readonly to: number;
  /** Of one row, in pixels. */
  readonly pitch: number;
  /** Rows that fit. */
  readonly page: number;
}

/** Which rows of a scrolled list to draw. Rows are `pitchRem` high, in rem: they follow the reader's font size. */
export function useWindow(list: RefObject<HTMLElement | null>, pitchRem: number, count: number): ListWindow {
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  const [pitch] = useState(
    () => pitchRem * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16),
  );
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = (): void => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [list]);
  const [from, to] = windowRange(seen.top, seen.height, pitch, count);
  return { from, to, pitch, page: Math.max(1, Math.floor(seen.height / pitch) - 1) };
}
