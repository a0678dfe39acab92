import type { CSSProperties } from 'react';

/** A contract's colours as `--fill` and `--ink`, for a stylesheet that may leave them out (a card that is being carried). */
export function contractFill(color: number): CSSProperties {
  return { '--fill': `var(--contract-${color})`, '--ink': `var(--on-contract-${color})` } as CSSProperties;
}
