import type { AccountState, Block, Prestate } from '../model/block.ts';
import { HARDFORKS } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';

/** EIP-4788. */
const BEACON_ROOTS = '0x000f3df6d732807ef1319fb7b8bb8522d0beac02' as Address;
const BEACON_ROOTS_LENGTH = 8191n;
/** EIP-2935. */
const BLOCK_HASHES = '0x0000f90827f1c53a10cb7a02335b175320002935' as Address;
const BLOCK_HASHES_LENGTH = 8191n;

export interface SystemWrite {
  readonly address: Address;
  /** Minimal hex. */
  readonly slot: Hex;
  readonly value: bigint;
}

/**
 * What the system contracts store before transaction 0, be it what is there already (EIP-4788: the parent's beacon root by timestamp;
 * EIP-2935: the parent's hash by number). A contract that the prestate has no code for is left out, as a call of it would do nothing.
 */
export function systemWrites({ env, hardfork, prestate }: Block): readonly SystemWrite[] {
  const since = (fork: (typeof HARDFORKS)[number]) => HARDFORKS.indexOf(hardfork) >= HARDFORKS.indexOf(fork);
  const writes: SystemWrite[] = [];
  const store = (address: Address, slot: bigint, value: bigint): void => {
    if ((prestate[address]?.code ?? '0x') !== '0x') writes.push({ address, slot: `0x${slot.toString(16)}`, value });
  };
  if (since('cancun') && env.parentBeaconBlockRoot) {
    const index = env.timestamp % BEACON_ROOTS_LENGTH;
    store(BEACON_ROOTS, index, env.timestamp);
    store(BEACON_ROOTS, index + BEACON_ROOTS_LENGTH, BigInt(env.parentBeaconBlockRoot));
  }
  if (since('prague') && env.parentHash) {
    store(BLOCK_HASHES, (env.number - 1n) % BLOCK_HASHES_LENGTH, BigInt(env.parentHash));
  }
  return writes;
}

/** The prestate that transaction 0 sees, where the system contracts have stored what they store before it. */
export function effectivePrestate(block: Block): Prestate {
  const changed: Record<Address, AccountState> = {};
  for (const { address, slot, value } of systemWrites(block)) {
    const account = changed[address] ?? block.prestate[address];
    if (account) changed[address] = { ...account, storage: { ...account.storage, [slot]: value } };
  }
  return { ...block.prestate, ...changed };
}
