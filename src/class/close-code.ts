/**
 * Why the server ends a connection. Codes from 4400 to 4499 are y-websocket's for "coming again won't help", so that a page
 * that gets one of them stops trying.
 */
export const CLOSE = {
  garbage: 4400,
  wrongKey: 4401,
  readOnly: 4403,
  noRoom: 4404,
  full: 4409,
  closed: 4410,
  tooLarge: 4413,
  removed: 4423,
  flood: 4429,
} as const;

export type CloseReason = keyof typeof CLOSE;

/** The reason behind a code; null for any other end, after which coming again may help. */
export function closeReason(code: number): CloseReason | null {
  const found = Object.entries(CLOSE).find(([, value]) => value === code);
  return (found?.[0] as CloseReason | undefined) ?? null;
}
