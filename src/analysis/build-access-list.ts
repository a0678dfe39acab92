import type { AccountChanges, BlockAccessIndex, BlockAccessList, Change } from '../model/block-access-list.ts';
import type { FinalExecution, Recording } from '../model/execution.ts';
import type { Address, Hex } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, parseLocation, type Value } from '../model/location.ts';
import type { ReadPrestate } from '../model/prestate.ts';

export interface AccessListInput {
  /** By transaction index, in block order; fees and credits in whatever mode they were recorded. */
  readonly executions: readonly FinalExecution[];
  /** Before anything in the block. */
  readonly prestate: ReadPrestate;
  readonly coinbase: Address;
  /** What system contracts store before transaction 0, be it what is there already: then the slot counts as looked at. */
  readonly systemWrites: readonly (readonly [Location, Value])[];
}

interface Account {
  readonly slots: Map<Hex, Change<bigint>[]>;
  readonly slotsRead: Set<Hex>;
  readonly balance: Change<bigint>[];
  readonly nonce: Change<bigint>[];
  readonly code: Change<Hex>[];
}

/**
 * The block access list of a block, from the recordings of its transactions (EIP-7928, "Recording Semantics"). What is added without being
 * read (fees as deltas, commutative credits) is summed up here, so that the list holds the balance after each transaction in every mode.
 *
 * A transaction that can't be included leaves no trace but keeps its index, as it keeps its place in the page's block.
 *
 * What Lanewise doesn't execute isn't in it: withdrawals and the system contracts called after the last transaction (EIP-7002, EIP-7251),
 * so that nothing has that index; and, of those called before the first, the ones that the prestate has no code for.
 *
 * An account that SELFDESTRUCT deletes loses its storage: the slots that the block touches become zero. (Since Cancun only what the
 * same transaction has created is deleted, and then there is nothing to lose.)
 */
export function buildAccessList({ executions, prestate, coinbase, systemWrites }: AccessListInput): BlockAccessList {
  const accounts = new Map<Address, Account>();
  const values = new Map<Location, Value>();
  const current = (location: Location): Value => values.get(location) ?? prestate(location);
  const fees = balanceOf(coinbase);

  function accountOf(address: Address): Account {
    const known = accounts.get(address);
    if (known) return known;
    const fresh: Account = { slots: new Map(), slotsRead: new Set(), balance: [], nonce: [], code: [] };
    accounts.set(address, fresh);
    return fresh;
  }

  function look(location: Location): void {
    const account = accountOf(addressOf(location));
    if (location[0] === 's') account.slotsRead.add(slotIn(location));
  }

  /** A value after a transaction: a change if it isn't the one before, else only a look. */
  function leave(index: BlockAccessIndex, location: Location, value: Value): void {
    look(location);
    if (current(location) === value) return;
    values.set(location, value);
    const account = accountOf(addressOf(location));
    switch (location[0]) {
      case 's': {
        const slot = slotIn(location);
        const changes = account.slots.get(slot) ?? [];
        changes.push({ index, value: value as bigint });
        account.slots.set(slot, changes);
        return;
      }
      case 'b':
        account.balance.push({ index, value: value as bigint });
        return;
      case 'n':
        account.nonce.push({ index, value: value as bigint });
        return;
      case 'c':
        account.code.push({ index, value: value as Hex });
        return;
      default:
    }
  }

  const touchedSlots = slotsByAccount(executions);
  for (const [location, value] of systemWrites) leave(0, location, value);
  executions.forEach((execution, tx) => {
    if (execution.kind !== 'executed') return;
    const { reads, writes, credits, fee, bareAccesses = [] } = execution.recording;
    for (const { location } of reads) look(location);
    for (const address of bareAccesses) accountOf(address);
    // Paid nothing, the fee recipient counts as looked at.
    look(fees);
    const after = new Map<Location, Value>();
    for (const { location } of writes) {
      if (location[0] !== 'w') continue;
      for (const slot of touchedSlots.get(addressOf(location)) ?? []) after.set(slot, 0n);
    }
    for (const { location, value } of writes) after.set(location, value);
    const add = (location: Location, amount: bigint): void => {
      after.set(location, ((after.get(location) ?? current(location)) as bigint) + amount);
    };
    for (const { address, amount } of credits) add(balanceOf(address), amount);
    add(fees, fee);
    for (const [location, value] of after) leave(tx + 1, location, value);
  });
  return [...accounts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(toAccountChanges);
}

function slotsByAccount(executions: readonly FinalExecution[]): ReadonlyMap<Address, ReadonlySet<Location>> {
  const slots = new Map<Address, Set<Location>>();
  const note = ({ reads, writes }: Recording): void => {
    for (const { location } of [...reads, ...writes]) {
      if (location[0] !== 's') continue;
      const address = addressOf(location);
      slots.set(address, (slots.get(address) ?? new Set()).add(location));
    }
  };
  const wipes = executions.some(({ recording }) => recording.writes.some(({ location }) => location[0] === 'w'));
  if (wipes) for (const { recording } of executions) note(recording);
  return slots;
}

function toAccountChanges([address, account]: [Address, Account]): AccountChanges {
  const bySlot = (a: Hex, b: Hex): number => (BigInt(a) < BigInt(b) ? -1 : 1);
  return {
    address,
    storageChanges: [...account.slots]
      .map(([slot, changes]) => ({ slot, changes }))
      .sort((a, b) => bySlot(a.slot, b.slot)),
    storageReads: [...account.slotsRead].filter((slot) => !account.slots.has(slot)).sort(bySlot),
    balanceChanges: account.balance,
    nonceChanges: account.nonce,
    codeChanges: account.code,
  };
}

const slotIn = (location: Location): Hex => parseLocation(location).slot ?? '0x0';
