import type { MeasureText } from '../../chart/chart-tokens.ts';

/**
 * Text widths on a canvas, each measured once: measuring costs more than drawing. A font that hasn't arrived yet is asked for;
 * when it is there, what was measured with its fallback is forgotten and `onFont` called, so that the picture is drawn anew.
 */
export function createMeasureText(onFont: () => void): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const fonts = new Map<string, Map<string, number>>();

  function widthsOf(font: string): Map<string, number> {
    const known = fonts.get(font);
    if (known) return known;
    const widths = new Map<string, number>();
    fonts.set(font, widths);
    if (!document.fonts.check(font)) {
      // Should it never arrive, the fallback is what is drawn, and its widths are the right ones.
      const forget = () => {
        widths.clear();
        onFont();
      };
      document.fonts.load(font).then(forget, forget);
    }
    return widths;
  }

  return (text, font) => {
    const widths = widthsOf(font);
    let width = widths.get(text);
    if (width === undefined) {
      if (context && context.font !== font) context.font = font;
      width = context?.measureText(text).width ?? 0;
      widths.set(text, width);
    }
    return width;
  };
}
