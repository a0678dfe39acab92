import { asList, asObject, isObject } from './guards.ts';
import { linkError } from './link-error.ts';
import { createNames, type Names, usualAddress } from './names.ts';
import type { Budget } from './budget.ts';
import type { Json, JsonObject } from './columns.ts';
import { expandStorage, fromColumns, shortenStorage, toColumns } from './short-storage.ts';
import { expandTransactions, shortenTransactions } from './short-transactions.ts';
import { USUAL_ENVS, USUAL_FIELDS, USUAL_SETTINGS, usualName } from './usual.ts';

/**
 * A scenario file with what can be known left out: usual settings and surroundings, addresses and ids that follow from names
 * and places, pins that follow from the lanes' orders. Fields that nobody here knows go through as they are, so that a newer
 * scenario file needs nothing of this.
 */
export function shortenScenario(file: JsonObject): JsonObject {
  const { env, settings, accounts, contracts, transactions, pins, laneOrder, format: _format, ...rest } = file;
  const people = asList(accounts, 'accounts').map((account) => asObject(account, 'an account'));
  const placed = asList(contracts, 'contracts').map((contract) => asObject(contract, 'a contract'));
  const names = createNames(namesOf([...people, ...placed]), UNBOUNDED);
  const ids = asList(transactions, 'transactions').map((tx) => asObject(tx, 'a transaction').id ?? null);
  const place = createPlaces(ids);
  const usualEnv = USUAL_ENVS.findIndex((usual) => same(usual, env ?? null));
  const usuallyNamed = people.findIndex(({ name }, i) => name !== usualName(i));
  const count = usuallyNamed < 0 ? people.length : usuallyNamed;
  const lanes = asList(laneOrder, 'lanes').map((lane) => asList(lane, 'a lane'));
  return {
    ...omitUsual(rest, USUAL_FIELDS),
    env: usualEnv < 0 ? (env ?? null) : usualEnv,
    settings: omitUsual(asObject(settings, 'settings'), USUAL_SETTINGS),
    people: count,
    accounts: people.map((account, i) => shortenAccount(account, i < count)),
    contracts: placed.map((contract) => shortenContract(contract, names)),
    ...shortenTransactions(asList(transactions, 'transactions'), names),
    ...(!ids.every((id, i) => id === `t${i + 1}`) && { ids: shortenIds(ids) }),
    ...(!same(asObject(pins, 'pins'), pinsOf(lanes)) && {
      pins: [Object.keys(asObject(pins, 'pins')).map(place), Object.values(asObject(pins, 'pins'))],
    }),
    // Last, as what stands last tells a packer what kind of object this is.
    laneOrder: lanes.map((lane) => lane.map(place)),
  };
}

/** The inverse. What comes is not yet known to be a scenario; the checks of the scenario file come after. */
export function expandScenario(short: JsonObject, budget: Budget): JsonObject {
  const { env, settings, people, accounts, contracts, calls, transactions, ids, pins, laneOrder, ...rest } = short;
  const usual = typeof people === 'number' ? people : 0;
  const named = asList(accounts, 'accounts').map((account, i) => expandAccount(account, usual > i, i));
  const placed = asList(contracts, 'contracts').map((contract) => asObject(contract, 'a contract'));
  const names = createNames(namesOf([...named, ...placed]), budget);
  const txs = expandTransactions({ calls: calls ?? null, transactions: transactions ?? null }, names);
  const txIds = ids === undefined ? txs.map((_, i) => `t${i + 1}`) : expandIds(ids);
  const idAt = (at: Json): Json => (typeof at === 'number' ? (txIds[at] ?? null) : at);
  const lanes = asList(laneOrder, 'lanes').map((lane) => asList(lane, 'a lane').map(idAt));
  return {
    ...addUsual(rest, USUAL_FIELDS),
    env: typeof env === 'number' ? (USUAL_ENVS[env] ?? null) : (env ?? null),
    settings: addUsual(asObject(settings, 'settings'), USUAL_SETTINGS),
    accounts: named,
    contracts: placed.map((contract) => expandContract(contract, names)),
    transactions: txs.map((tx, i) => ({ id: txIds[i] ?? null, ...tx })),
    laneOrder: lanes,
    pins: pins === undefined ? pinsOf(lanes) : expandPins(pins, idAt),
  };
}

const UNBOUNDED: Budget = { spend() {} };

const namesOf = (holders: readonly JsonObject[]): (string | null)[] =>
  holders.map(({ name }) => (typeof name === 'string' ? name : null));

function shortenAccount({ address, name, storage, ...rest }: JsonObject, usuallyNamed: boolean): JsonObject {
  return {
    ...(!(typeof name === 'string' && address === usualAddress(name)) && { address: address ?? null }),
    ...(name !== undefined && !usuallyNamed && { name }),
    ...rest,
    ...(storage !== undefined && { storage: toColumns(asObject(storage, 'storage')) }),
  };
}

function expandAccount(short: Json, usuallyNamed: boolean, index: number): JsonObject {
  const { address, storage, ...rest } = asObject(short, 'an account');
  const name = usuallyNamed ? usualName(index) : rest.name;
  return {
    ...rest,
    address: address ?? addressOf(name),
    ...(name !== undefined && { name }),
    ...(storage !== undefined && { storage: fromColumns(storage) }),
  };
}

function shortenContract({ address, storage, ...rest }: JsonObject, names: Names): JsonObject {
  const usual = typeof rest.name === 'string' && address === usualAddress(rest.name);
  return {
    ...rest,
    ...(!usual && { address: address ?? null }),
    storage: shortenStorage(asObject(storage, 'storage'), names),
  };
}

function expandContract({ address, storage, ...rest }: JsonObject, names: Names): JsonObject {
  return { ...rest, address: address ?? addressOf(rest.name), storage: expandStorage(storage, names) };
}

function addressOf(name: Json | undefined): string {
  if (typeof name !== 'string') throw linkError('an address or a name', 'neither');
  return usualAddress(name);
}

/** `t12` as 12. */
function shortenIds(ids: readonly Json[]): Json {
  return ids.map((id) => (typeof id === 'string' && /^t(0|[1-9][0-9]{0,9})$/.test(id) ? Number(id.slice(1)) : id));
}

const expandIds = (ids: Json): Json[] => asList(ids, 'ids').map((id) => (typeof id === 'number' ? `t${id}` : id));

/** Ids by their places in the block; one that isn't there, or twice, stays as it is. */
function createPlaces(ids: readonly Json[]): (id: Json) => Json {
  const places = new Map(ids.map((id, i) => [id, i]));
  return (id) => places.get(id) ?? id;
}

function pinsOf(lanes: readonly (readonly Json[])[]): JsonObject {
  return Object.fromEntries(lanes.flatMap((ids, lane) => ids.map((id) => [String(id), lane])));
}

function expandPins(short: Json, idAt: (at: Json) => Json): JsonObject {
  const [ids, lanes] = asList(short, 'pins');
  const values = asList(lanes, 'lanes of pins');
  return Object.fromEntries(asList(ids, 'pinned ids').map((id, i) => [String(idAt(id)), values[i] ?? null]));
}

/** Fields that are as usual left out, in objects within too; `!` marks one that lacks a usual field, and is left whole. */
function omitUsual(value: JsonObject, usual: JsonObject): JsonObject {
  if (Object.keys(usual).some((key) => !(key in value))) return { ...value, '!': true };
  const kept = Object.entries(value).flatMap(([key, each]): [string, Json][] => {
    const other = Object.hasOwn(usual, key) ? usual[key] : undefined;
    if (other === undefined) return [[key, each]];
    if (same(each, other)) return [];
    return [[key, isObject(each) && isObject(other) ? omitUsual(each, other) : each]];
  });
  return Object.fromEntries(kept);
}

function addUsual(short: JsonObject, usual: JsonObject): JsonObject {
  const { '!': whole, ...kept } = short;
  if (whole === true) return kept;
  const filled = Object.entries(kept).map(([key, value]): [string, Json] => {
    const other = Object.hasOwn(usual, key) ? usual[key] : undefined;
    return [key, isObject(value) && isObject(other) ? addUsual(value, other) : value];
  });
  return Object.fromEntries([...Object.entries(usual), ...filled]);
}

const same = (a: Json, b: Json): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The order of an object's fields says nothing. */
function sorted(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
