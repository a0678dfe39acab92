/** The colours and fonts of the theme in force, for drawing on a canvas, where `var(--…)` means nothing. */
export interface Tokens {
  readonly bg: string;
  readonly panel: string;
  readonly lane: string;
  readonly line: string;
  readonly text: string;
  readonly dim: string;
  readonly dimmer: string;
  readonly accent: string;
  readonly selectionBg: string;
  readonly good: string;
  readonly bad: string;
  readonly badBg: string;
  readonly critical: string;
  /** Fill by colour index, 0 to 7, and the text on it. */
  readonly contract: readonly string[];
  readonly onContract: readonly string[];
  readonly contractOutline: string;
  readonly fontWords: string;
  readonly fontMono: string;
  /** Css pixels of 1 rem: sizes on the canvas follow the user's text size. */
  readonly rem: number;
}

const COLOURS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Reads the custom properties in force at `element`. Read again when the theme changes (`onThemeChange`). */
export function readTokens(element: Element): Tokens {
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
    selectionBg: token('--selection-bg'),
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

/** Calls `listener` after each change of theme; returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
