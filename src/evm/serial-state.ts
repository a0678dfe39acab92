import type { Prestate } from '../model/block.ts';
import type { Recording, StateView } from '../model/execution.ts';
import { existenceFields, provesExistence } from '../model/existence.ts';
import type { Address } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, parseLocation, type Value, wipeOf } from '../model/location.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { PostState } from '../model/run.ts';

/** State as it stands after some transactions: what a serial execution reads from and writes to. */
export interface SerialState extends StateView {
  /** Takes over what an execution wrote: writes, credits and the fee. */
  apply(recording: Recording): void;
  /**
   * Every location whose value differs from the prestate. Wiped accounts are in it by their `w:` location, and the slots
   * that the prestate names for them as zero.
   */
  postState(): PostState;
}

export function createSerialState(prestate: Prestate, coinbase: Address): SerialState {
  const before = createPrestateReader(prestate);
  const values = new Map<Location, Value>();

  function read(location: Location): Value {
    const kind = location.charCodeAt(0);
    if (kind === 101 /* e */) {
      return existenceFields(addressOf(location)).some((field) => provesExistence(read(field))) ? 1n : 0n;
    }
    const value = values.get(location);
    if (value !== undefined) return value;
    if (kind === 115 /* s */ && values.has(wipeOf(addressOf(location)))) return 0n;
    return before(location);
  }

  function add(location: Location, amount: bigint): void {
    if (amount > 0n) values.set(location, (read(location) as bigint) + amount);
  }

  /** Slots written before the wipe are gone; those written after it stay in the map. */
  function wipe(address: Address): void {
    const prefix = `s:${address}:`;
    for (const location of values.keys()) if (location.startsWith(prefix)) values.delete(location);
  }

  return {
    read,
    apply({ writes, credits, fee }) {
      for (const { location } of writes) {
        if (location.startsWith('w')) wipe(addressOf(location));
      }
      for (const { location, value } of writes) values.set(location, value);
      for (const { address, amount } of credits) add(balanceOf(address), amount);
      add(balanceOf(coinbase), fee);
    },
    postState() {
      const changed = new Map<Location, Value>();
      for (const [location, value] of values) {
        if (value !== before(location)) changed.set(location, value);
        if (parseLocation(location).kind !== 'wipe') continue;
        const address = addressOf(location);
        for (const slot of Object.keys(prestate[address]?.storage ?? {})) {
          const wiped = `s:${address}:${slot}` as Location;
          if (!values.has(wiped) && before(wiped) !== 0n) changed.set(wiped, 0n);
        }
      }
      return changed;
    },
  };
}
