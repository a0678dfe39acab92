import { type RefObject, useLayoutEffect, useState } from 'react';

/** The part of a scrolled element that is seen, in pixels of its content. */
export interface ScrollView {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function useScrollView(scroller: RefObject<HTMLElement | null>): ScrollView {
  const [view, setView] = useState<ScrollView>({ left: 0, top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
      setView({ left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  return view;
}
