/** `0x8f3a…c21e`: enough of a hash to compare by eye. */
export function shortHash(hash: string): string {
  return hash.length <= 14 ? hash : `${hash.slice(0, 6)}…${hash.slice(-4)}`;
}
