import { type RefObject, useLayoutEffect, useMemo } from 'react';
import { readSetting, writeSetting } from '../common/local-setting.ts';
import { clampSizes, DEFAULT_SIZES, type PanelSize, type PanelSizes, parseSizes } from './panel-sizes.ts';

const STORAGE_KEY = 'lanewise/panels';

export interface PanelSizeControl {
  get(size: PanelSize): number;
  /** In px for `left` and `right`, in percent of the height for `split`; kept within bounds. */
  set(size: PanelSize, value: number): void;
  reset(size: PanelSize): void;
  /** What `split` is a percentage of. */
  height(): number;
}

/** The panels' sizes as custom properties of the element, so that dragging an edge renders nothing; kept for the next visit. */
export function usePanelSizes(ref: RefObject<HTMLElement | null>): PanelSizeControl {
  const control = useMemo(() => {
    let sizes: PanelSizes = parseSizes(readSetting(STORAGE_KEY));
    const show = (): void => {
      const element = ref.current;
      if (!element) return;
      sizes = clampSizes(sizes, element.clientWidth);
      element.style.setProperty('--left', `${sizes.left}px`);
      element.style.setProperty('--right', `${sizes.right}px`);
      element.style.setProperty('--split', `${sizes.split}%`);
    };
    const set = (size: PanelSize, value: number): void => {
      sizes = { ...sizes, [size]: value };
      show();
      writeSetting(STORAGE_KEY, JSON.stringify(sizes));
    };
    return {
      show,
      get: (size: PanelSize) => sizes[size],
      set,
      reset: (size: PanelSize) => set(size, DEFAULT_SIZES[size]),
      height: () => ref.current?.clientHeight ?? 1,
    };
  }, [ref]);

  useLayoutEffect(() => {
    control.show();
    window.addEventListener('resize', control.show);
    return () => window.removeEventListener('resize', control.show);
  }, [control]);
  return control;
}
