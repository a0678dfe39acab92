import type { Hex } from '../../model/ids.ts';

/** Names of the opcodes that tests write. */
export const OPCODES = {
  STOP: 0x00,
  ADD: 0x01,
  SUB: 0x03,
  LT: 0x10,
  ISZERO: 0x15,
  AND: 0x16,
  KECCAK256: 0x20,
  ADDRESS: 0x30,
  BALANCE: 0x31,
  ORIGIN: 0x32,
  CALLER: 0x33,
  CALLVALUE: 0x34,
  CALLDATALOAD: 0x35,
  CODECOPY: 0x39,
  GASPRICE: 0x3a,
  EXTCODESIZE: 0x3b,
  EXTCODECOPY: 0x3c,
  RETURNDATASIZE: 0x3d,
  EXTCODEHASH: 0x3f,
  BLOCKHASH: 0x40,
  COINBASE: 0x41,
  SELFBALANCE: 0x47,
  POP: 0x50,
  MLOAD: 0x51,
  MSTORE: 0x52,
  SLOAD: 0x54,
  SSTORE: 0x55,
  JUMP: 0x56,
  JUMPI: 0x57,
  PC: 0x58,
  GAS: 0x5a,
  JUMPDEST: 0x5b,
  TLOAD: 0x5c,
  TSTORE: 0x5d,
  DUP1: 0x80,
  LOG0: 0xa0,
  LOG1: 0xa1,
  LOG2: 0xa2,
  CREATE: 0xf0,
  CALL: 0xf1,
  CALLCODE: 0xf2,
  RETURN: 0xf3,
  DELEGATECALL: 0xf4,
  CREATE2: 0xf5,
  STATICCALL: 0xfa,
  REVERT: 0xfd,
  INVALID: 0xfe,
  SELFDESTRUCT: 0xff,
} as const;

export type OpcodeName = keyof typeof OPCODES;

/** An opcode by name, a value to push, or bytes as they are. */
export type Instruction = OpcodeName | number | bigint | { readonly raw: Hex };

/** `assemble([1, 0, 'SSTORE'])` is PUSH1 1, PUSH1 0, SSTORE. Hex with `0x` pushes that many bytes. */
export function assemble(program: readonly (Instruction | Hex)[]): Hex {
  return `0x${program.map(toHexDigits).join('')}`;
}

function toHexDigits(instruction: Instruction | Hex): string {
  if (typeof instruction === 'object') return instruction.raw.slice(2);
  if (typeof instruction === 'string' && !instruction.startsWith('0x')) {
    return OPCODES[instruction as OpcodeName].toString(16).padStart(2, '0');
  }
  const digits = typeof instruction === 'string' ? instruction.slice(2) : instruction.toString(16);
  const data = digits.length % 2 === 0 ? digits : `0${digits}`;
  return (0x5f + data.length / 2).toString(16) + data;
}

/** Init code that returns `runtime` as the contract's code. */
export function deploying(runtime: Hex, before: readonly (Instruction | Hex)[] = []): Hex {
  const size = runtime.length / 2 - 1;
  const prefix = assemble(before);
  // size, offset of the runtime, 0, CODECOPY, size, 0, RETURN: 14 bytes.
  const loader = (offset: number): Hex => `0x61${hex16(size)}61${hex16(offset)}600039${`61${hex16(size)}`}6000f3`;
  const length = prefix.length / 2 - 1 + loader(0).length / 2 - 1;
  return `0x${prefix.slice(2)}${loader(length).slice(2)}${runtime.slice(2)}`;
}

const hex16 = (value: number): string => value.toString(16).padStart(4, '0');
