export interface PanelSizes {
  /** Px. */
  readonly left: number;
  /** Px. */
  readonly right: number;
  /** Percent of the height that the lanes have. */
  readonly split: number;
}
export type PanelSize = keyof PanelSizes;

export const DEFAULT_SIZES: PanelSizes = { left: 300, right: 330, split: 52 };

const LEAST_SIDE = 200;
/** The centre keeps at least this much. */
const LEAST_CENTRE = 380;

/** What was stored, as far as it makes sense. */
export function parseSizes(text: string | null): PanelSizes {
  let stored: unknown = null;
  try {
    stored = JSON.parse(text ?? 'null');
  } catch {
    // As if nothing had been stored.
  }
  const fields: Partial<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const number = (size: PanelSize): number => {
    const value = fields[size];
    return typeof value === 'number' && Number.isFinite(value) ? value : DEFAULT_SIZES[size];
  };
  return { left: number('left'), right: number('right'), split: number('split') };
}

/** Sizes that fit `width`: the sides shrink alike before the centre gets too small. */
export function clampSizes(sizes: PanelSizes, width: number): PanelSizes {
  const left = Math.max(sizes.left, LEAST_SIDE);
  const right = Math.max(sizes.right, LEAST_SIDE);
  const room = Math.max(width - LEAST_CENTRE, 2 * LEAST_SIDE);
  const scale = Math.min(1, room / (left + right));
  return {
    left: Math.round(Math.max(left * scale, LEAST_SIDE)),
    right: Math.round(Math.max(right * scale, LEAST_SIDE)),
    split: Math.min(Math.max(sizes.split, 20), 85),
  };
}
