import type { AccountState, Block, Prestate } from '../model/block.ts';
import { HARDFORKS } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';

/** EIP-4788. */
const BEACON_ROOTS = '0x000f3df6d732807ef1319fb7b8bb8522d0beac02' as Address;
const BEACON_ROOTS_LENGTH = 8191n;
/** EIP-2935. */
const BLOCK_HASHES = '0x0000f90827f1c53a10cb7a02335b175320002935' as Address;
const BLOCK_HASHES_LENGTH = 8191n;

/**
 * The prestate that transaction 0 sees: what the system contracts store before it (EIP-4788: the parent's beacon root by
 * timestamp; EIP-2935: the parent's hash by number) has been stored. A contract that the prestate has no code for is left out,
 * as a call of it would do nothing.
 */
export function effectivePrestate({ env, hardfork, prestate }: Block): Prestate {
  const since = (fork: (typeof HARDFORKS)[number]) => HARDFORKS.indexOf(hardfork) >= HARDFORKS.indexOf(fork);
  const changes: Record<Address, AccountState> = {};
  const store = (address: Address, slot: bigint, value: bigint): void => {
    const account = changes[address] ?? prestate[address];
    if (!account || account.code === '0x') return;
    changes[address] = { ...account, storage: { ...account.storage, [`0x${slot.toString(16)}` as Hex]: value } };
  };
  if (since('cancun') && env.parentBeaconBlockRoot) {
    const index = env.timestamp % BEACON_ROOTS_LENGTH;
    store(BEACON_ROOTS, index, env.timestamp);
    store(BEACON_ROOTS, index + BEACON_ROOTS_LENGTH, BigInt(env.parentBeaconBlockRoot));
  }
  if (since('prague') && env.parentHash) {
    store(BLOCK_HASHES, (env.number - 1n) % BLOCK_HASHES_LENGTH, BigInt(env.parentHash));
  }
  return { ...prestate, ...changes };
}
