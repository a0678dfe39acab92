import type { MeasureText } from '../../chart/chart-tokens.ts';

/** Text widths on a canvas, each measured once: measuring costs more than drawing. */
export function createMeasureText(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, Map<string, number>>();
  return (text, font) => {
    let widths = known.get(font);
    if (!widths) {
      widths = new Map();
      known.set(font, widths);
    }
    let width = widths.get(text);
    if (width === undefined) {
      if (context && context.font !== font) context.font = font;
      width = context?.measureText(text).width ?? text.length * 7;
      widths.set(text, width);
    }
    return width;
  };
}

/** Calls `listener` after fonts have arrived: what was measured and drawn with the fallback must be so again. Returns the way to stop. */
export function onFontsLoaded(listener: () => void): () => void {
  document.fonts.addEventListener('loadingdone', listener);
  return () => document.fonts.removeEventListener('loadingdone', listener);
}
