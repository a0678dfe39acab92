import type { ChartTokens } from '../../chart/chart-tokens.ts';

const COLOURS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Reads the custom properties in force at `element`, for drawing on a canvas, where `var(--…)` means nothing. Read again when
 * the theme changes (`onThemeChange`).
 */
export function readTokens(element: Element): ChartTokens {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    bg: token('--bg'),
    panel: token('--panel'),
    lane: token('--lane'),
    line: token('--line'),
    text: token('--text'),
    dim: token('--dim'),
    dimmer: token('--dimmer'),
    accent: token('--accent'),
    good: token('--good'),
    bad: token('--bad'),
    badBg: token('--bad-bg'),
    critical: token('--critical'),
    contract: COLOURS.map((i) => token(`--contract-${i}`)),
    onContract: COLOURS.map((i) => token(`--on-contract-${i}`)),
    contractOutline: token('--contract-outline'),
    fontWords: token('--font-words'),
    fontMono: token('--font-mono'),
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
  };
}

/** Calls `listener` after each change of theme or of the page's size of type (`data-scale`); returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-scale'] });
  return () => observer.disconnect();
}
