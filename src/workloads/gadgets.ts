import type { Hex } from '../model/ids.ts';

/**
 * Contracts of a few bytes that do what compilers rarely emit: each reaches one corner of the state. They take their arguments
 * as bare words of calldata. Slots 0 to 9 of each are in use.
 */
export const GADGETS = {
  /** SELFDESTRUCT(word 0) */
  destroyer: '0x600035ff',
  /** CALL(word 0, value: word 1) */
  forwarder: '0x6000600060006000602035600035 5af100',
  /** slot 0 := BALANCE(word 0) */
  balanceProbe: '0x60003531 600055',
  /** slot 1 := EXTCODEHASH(word 0) */
  codeHashProbe: '0x6000353f 600155',
  /** slot 2 := EXTCODESIZE(word 0) */
  codeSizeProbe: '0x6000353b 600255',
  /** CALL(COINBASE, value: CALLVALUE) */
  tipper: '0x6000600060006000 34 41 5a f1 00',
  /** slot 3 := BALANCE(COINBASE) */
  coinbaseProbe: '0x4131 600355',
  /** slot 4 := CREATE(CALLVALUE, calldata) */
  creator: '0x36600060003736600034f0 600455',
  /** slot 5 := CREATE2(CALLVALUE, calldata, salt 0) */
  creator2: '0x36600060003760003660 0034f5 600555',
  /** slot 6 := DELEGATECALL(word 0) */
  delegator: '0x6000600060006000 600035 5a f4 600655',
  /** slot (word 0) := word 1 */
  writer: '0x602035600035 55',
  /** slot (slot 0) := 1, then slot 0 := (slot 0 + 1) & 3: where it writes depends on what it read */
  wanderer: '0x6001600054 55 6001600054 01 6003 16 600055',
  /** slot 7 := 2, then back to 1, as a reentrancy guard does */
  guard: '0x6002600755 6001600755',
  /** slot 8 := 1, then REVERT */
  reverter: '0x6001600855 60006000fd',
  /** slot 9 := SELFBALANCE */
  selfBalanceProbe: '0x47600955',
  /** Until out of gas */
  burner: '0x5b600056',
} as const;
export type Gadget = keyof typeof GADGETS;

/** Creation code: what is left behind, or how it fails. */
export const INIT_CODES = {
  /** A `destroyer`. */
  destroyer: '0x6004600c60003960046000f3600035ff',
  /** SELFDESTRUCT(CALLER) before it exists. */
  vanishing: '0x33ff',
  /** No code, but slot 0 := 1. */
  storing: '0x600160005500',
  reverting: '0x60006000fd',
  empty: '0x',
} as const;

/** The spaces above are for the reader. */
export function bytecode(spaced: string): Hex {
  return spaced.replaceAll(' ', '') as Hex;
}
