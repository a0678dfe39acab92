import { type RefObject, useState } from 'react';
import { useScrollView } from '../board/use-scroll-view.ts';
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
  const { top, height } = useScrollView(list);
  const [pitch] = useState(
    () => pitchRem * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16),
  );
  const [from, to] = windowRange(top, height, pitch, count);
  return { from, to, pitch, page: Math.max(1, Math.floor(height / pitch) - 1) };
}
