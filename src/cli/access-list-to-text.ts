import type { AccessListFigures } from '../model/run.ts';
import { formatTable } from './table.ts';

/** A block access list as a paragraph of its own: the hash would widen any table. */
export function accessListToText({ bytes, hash, items, mostItems, changes }: AccessListFigures): string {
  const rows = formatTable([
    ['bytes of RLP', bytes],
    ['items (addresses and slots)', items],
    ['most items, by the gas limit', mostItems],
    ['changes', changes],
  ]);
  return `block access list, hash ${hash}\n${rows}`;
}
