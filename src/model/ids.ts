import type { Brand } from '../lib/brand.ts';

/** Position of a transaction in its block, from 0: its place in the preset serialization order. */
export type TxIndex = Brand<number, 'TxIndex'>;

/** Position of a lane (one executor's row), from 0. */
export type LaneIndex = Brand<number, 'LaneIndex'>;

/** EVM gas. A block's total stays far below 2^53, so a number is exact. */
export type Gas = Brand<number, 'Gas'>;

/** A 20-byte account address: `0x` and 40 lower-case hex digits. */
export type Address = Brand<`0x${string}`, 'Address'>;

/** Bytes as `0x` and lower-case hex digits. */
export type Hex = `0x${string}`;

/** The `incarnation`-th execution, from 0, of transaction `tx`. */
export interface Version {
  readonly tx: TxIndex;
  readonly incarnation: number;
}

export const txIndex = (n: number): TxIndex => n as TxIndex;
export const laneIndex = (n: number): LaneIndex => n as LaneIndex;
export const gas = (n: number): Gas => n as Gas;

/** Lower-cases and checks an address. Throws a RangeError that names the value when it isn't 20 bytes of hex. */
export function toAddress(value: string): Address {
  if (!/^0x[0-9a-fA-F]{40}$/.test(value)) {
    throw new RangeError(`expected an address (0x and 40 hex digits), got ${JSON.stringify(value.slice(0, 60))}`);
  }
  return value.toLowerCase() as Address;
}
