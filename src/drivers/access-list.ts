import { buildAccessList } from '../analysis/build-access-list.ts';
import { systemWrites } from '../evm/system-calls.ts';
import { encodeAccessList, hashAccessList } from '../formats/block-access-list.ts';
import { type BlockAccessList, countItems, mostItems, tamperWith } from '../model/block-access-list.ts';
import type { Block } from '../model/block.ts';
import type { FinalExecution } from '../model/execution.ts';
import type { Hex } from '../model/ids.ts';
import { type Location, slotOf, type Value } from '../model/location.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { AccessListFigures } from '../model/run.ts';
import type { Tampering } from '../model/settings.ts';

/** The list of a block from what its transactions did. Nothing may come of it but the block in block order. */
export function accessListOf(block: Block, executions: readonly FinalExecution[]): BlockAccessList {
  const prestate = createPrestateReader(block.prestate);
  const writes = systemWrites(block).map(({ address, slot, value }) => [slotOf(address, slot), value] as const);
  return buildAccessList({ executions, prestate, coinbase: block.env.coinbase, systemWrites: writes });
}

/** The list with one entry altered, as the option says; null when it has no such entry or the value isn't one. */
export function tamperedList(list: BlockAccessList, tamper: Tampering | undefined): BlockAccessList | null {
  if (!tamper) return list;
  const location = tamper.location as Location;
  const value = toValue(location, tamper.value);
  return value === null ? null : tamperWith(list, { location, index: tamper.index, value });
}

function toValue(location: Location, text: string): Value | null {
  if (location.startsWith('c')) return /^0x([0-9a-f]{2})*$/.test(text) ? (text as Hex) : null;
  return /^(\d+|0x[0-9a-f]+)$/.test(text) ? BigInt.asUintN(256, BigInt(text)) : null;
}

export function describeAccessList(list: BlockAccessList, gasLimit: bigint): AccessListFigures {
  const encoded = encodeAccessList(list);
  return {
    bytes: encoded.length,
    hash: hashAccessList(encoded),
    items: countItems(list),
    mostItems: mostItems(gasLimit),
    changes: list.reduce(
      (sum, { storageChanges, balanceChanges, nonceChanges, codeChanges }) =>
        sum +
        storageChanges.reduce((all, { changes }) => all + changes.length, 0) +
        balanceChanges.length +
        nonceChanges.length +
        codeChanges.length,
      0,
    ),
  };
}
