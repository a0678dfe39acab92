import { asList, asObject, isObject } from './guards.ts';
import { linkError } from './link-error.ts';
import type { Names } from './names.ts';
import type { Json, JsonObject } from './columns.ts';

/*
 * Transactions without their ids. A payment is `{ from, to, $: value }`, a call `{ from, a0, a1, "#3": value }`, where 3 is the
 * place of contract and function among `calls`; all others stay as they are, but for their kind's field they'd look the same.
 */

export interface ShortTransactions {
  /** [contract, function] of each `#n`. */
  readonly calls: Json;
  readonly transactions: Json;
}

export function shortenTransactions(transactions: readonly Json[], names: Names): ShortTransactions {
  const calls: Json[] = [];
  const places = new Map<string, number>();
  const short = transactions.map((each): Json => {
    if (!isObject(each)) return each;
    const { id: _id, ...tx } = each;
    if (tx.kind === 'pay') {
      const { kind: _kind, from, to, value, ...rest } = tx;
      return { from: names.shorten(from ?? null), to: names.shorten(to ?? null), ...rest, $: value ?? null };
    }
    if (tx.kind !== 'call') return tx;
    const { kind: _kind, from, contract, function: called, args, value, ...rest } = tx;
    const key = JSON.stringify([contract, called]);
    const place = places.get(key) ?? places.size;
    if (!places.has(key)) calls.push([names.shorten(contract ?? null), called ?? null]);
    places.set(key, place);
    const fields: Record<string, Json> = { from: names.shorten(from ?? null) };
    for (const [i, arg] of asList(args, 'arguments').entries()) fields[`a${i}`] = names.shorten(arg);
    return { ...fields, ...rest, [`#${place}`]: value ?? null };
  });
  return { calls, transactions: short };
}

export function expandTransactions(
  { calls, transactions }: { readonly calls?: Json; readonly transactions?: Json },
  names: Names,
): Record<string, Json>[] {
  const called = asList(calls, 'calls').map((call) => {
    const [contract, name] = asList(call, 'contract and function');
    return { contract: names.expand(contract), function: name ?? null };
  });
  return asList(transactions, 'transactions').map((each) => {
    const tx = asObject(each, 'a transaction');
    if ('kind' in tx) return { ...tx };
    if ('$' in tx) return expandPayment(tx, names);
    const key = Object.keys(tx).find((name) => name.startsWith('#'));
    const call = key === undefined ? undefined : called[Number(key.slice(1))];
    if (key === undefined || !call) throw linkError('a payment or a call', 'something else');
    const { from, [key]: value, ...others } = tx;
    const args = Object.entries(others).filter(([name]) => ARGUMENT.test(name));
    const rest = Object.entries(others).filter(([name]) => !ARGUMENT.test(name));
    return {
      kind: 'call',
      from: names.expand(from),
      ...call,
      args: args.map(([, arg]) => names.expand(arg)),
      value: value ?? null,
      ...Object.fromEntries(rest),
    };
  });
}

const ARGUMENT = /^a[0-9]+$/;

function expandPayment({ from, to, $, ...rest }: JsonObject, names: Names): Record<string, Json> {
  return { kind: 'pay', from: names.expand(from), to: names.expand(to), value: $ ?? null, ...rest };
}
