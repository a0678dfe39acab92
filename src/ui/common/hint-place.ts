interface Size {
  readonly width: number;
  readonly height: number;
}
interface Box extends Size {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 6;
/** From the edge of the window. */
const MARGIN = 8;

/** Top left corner of a hint, in px: under its target and centred on it, above if there is no room, never outside the window. */
export function hintPlace(target: Box, hint: Size, window: Size): { readonly left: number; readonly top: number } {
  const centred = target.left + (target.width - hint.width) / 2;
  const left = Math.max(MARGIN, Math.min(centred, window.width - hint.width - MARGIN));
  const below = target.bottom + GAP;
  const fits = below + hint.height + MARGIN <= window.height;
  return { left: Math.round(left), top: Math.round(fits ? below : target.top - GAP - hint.height) };
}
