import type { Hex } from '../../model/ids.ts';
import type { Location, Value } from '../../model/location.ts';
import type { ReadPrestate } from '../../model/prestate.ts';

/**
 * Stands for the code that an account has before the block, where a read of it crosses between threads. Nearly every
 * transaction reads a contract's code, some kilobytes that both sides have: sending it took longer than all the rest.
 * No code can be mistaken for it, as it isn't hex.
 */
const PRESTATE_CODE: Hex = '0xprestate';

interface HasValue {
  readonly location: Location;
  readonly value: Value;
}

/** The read as it is sent: the same object, unless it is of code that the prestate has. */
export function leaveOutCode<T extends HasValue>(read: T, prestate: ReadPrestate): T {
  if (!isCode(read.location) || read.value === '0x') return read;
  return read.value === prestate(read.location) ? { ...read, value: PRESTATE_CODE } : read;
}

/** The read as it was before it was sent. */
export function fillInCode<T extends HasValue>(read: T, prestate: ReadPrestate): T {
  return read.value === PRESTATE_CODE ? { ...read, value: prestate(read.location) } : read;
}

function isCode(location: Location): boolean {
  return location.startsWith('c');
}
