import * as v from 'valibot';
import { bytes, decimal, dictionary } from '../formats/fields.ts';
import type { NewTx } from '../workloads/compose.ts';
import { laneNumber, line, list, txRef, type TxRef } from './references.ts';
import { type SettingsPatch, settingsPatchSchema } from './settings-patch.ts';

/** What a person does to the document; each is one of the page's own edits. Indices are those at that moment. */
export type Action =
  /** Engine, lanes, clock, options, costs, fees, credits. */
  | { readonly do: 'set'; readonly settings: SettingsPatch }
  /** Cards, side by side and in block order, into a gap of the block as it is then: 0 before the first card, 1 after it, … */
  | { readonly do: 'move'; readonly txs: readonly TxRef[]; readonly gap: number }
  /** Pins cards to a lane (from 1), in the order given, at a gap of that lane (absent: its end). */
  | { readonly do: 'place'; readonly txs: readonly TxRef[]; readonly lane: number; readonly gap?: number }
  | { readonly do: 'unplace'; readonly txs: readonly TxRef[] }
  /** All lanes at once, in the order drawn; cards not named become free. */
  | { readonly do: 'arrange'; readonly lanes: readonly (readonly TxRef[])[] }
  /** The board's own ways: everything off the lanes, round robin, wave by wave. */
  | { readonly do: 'clear-lanes' | 'deal' | 'pack' }
  /** What a composed transaction says. `args` replaces all arguments. A field that the kind hasn't got is refused. */
  | { readonly do: 'edit'; readonly tx: TxRef; readonly change: TxChange }
  /** Before index `at` (absent: the end). */
  | { readonly do: 'add'; readonly transaction: NewTx; readonly at?: number }
  | { readonly do: 'remove'; readonly txs: readonly TxRef[] }
  /** Another contract of the library in place of this one, at the same address and under the same name. `storage` replaces its storage. */
  | {
      readonly do: 'replace-contract';
      readonly name: string;
      readonly library: string;
      readonly storage?: Readonly<Record<string, string>>;
    }
  | { readonly do: 'run' };

/** Fields of a composed transaction; amounts in wei, as digits. */
export interface TxChange {
  readonly from?: string;
  readonly to?: string;
  readonly value?: bigint;
  readonly contract?: string;
  readonly function?: string;
  readonly args?: readonly string[];
  readonly gasLimit?: bigint;
  readonly nonce?: bigint;
  readonly priorityFee?: bigint;
}

const gap = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'a position from 0'));
const args = list(v.pipe(v.string(), v.maxLength(2_000, 'text of at most 2000 characters')), 20);
const txs = list(txRef, 200, 1);
const composed = {
  from: line,
  gasLimit: v.exactOptional(decimal),
  nonce: v.exactOptional(decimal),
  priorityFee: v.exactOptional(decimal),
};

/** As in the scenario file, without an id; `value` and `args` may be left out where there are none. */
export const newTxSchema: v.GenericSchema<unknown, NewTx> = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('pay'), ...composed, to: line, value: decimal }),
    v.strictObject({
      kind: v.literal('call'),
      ...composed,
      contract: line,
      function: line,
      args: v.optional(args, []),
      value: v.optional(decimal, '0'),
    }),
    v.strictObject({
      kind: v.literal('raw'),
      ...composed,
      to: v.exactOptional(line),
      value: v.optional(decimal, '0'),
      data: bytes,
    }),
  ],
  'a transaction whose kind is pay, call or raw',
);

export const storageSchema = dictionary(
  line,
  v.pipe(v.string(), v.maxLength(2_000, 'text of at most 2000 characters')),
);

export const actionSchema: v.GenericSchema<unknown, Action> = v.variant(
  'do',
  [
    v.strictObject({ do: v.literal('set'), settings: settingsPatchSchema }),
    v.strictObject({ do: v.literal('move'), txs, gap }),
    v.strictObject({ do: v.literal('place'), txs, lane: laneNumber, gap: v.exactOptional(gap) }),
    v.strictObject({ do: v.literal('unplace'), txs }),
    v.strictObject({ do: v.literal('arrange'), lanes: list(list(txRef, 200), 128, 1) }),
    v.strictObject({ do: v.picklist(['clear-lanes', 'deal', 'pack']) }),
    v.strictObject({
      do: v.literal('edit'),
      tx: txRef,
      change: v.strictObject({
        from: v.exactOptional(line),
        to: v.exactOptional(line),
        value: v.exactOptional(decimal),
        contract: v.exactOptional(line),
        function: v.exactOptional(line),
        args: v.exactOptional(args),
        gasLimit: v.exactOptional(decimal),
        nonce: v.exactOptional(decimal),
        priorityFee: v.exactOptional(decimal),
      }),
    }),
    v.strictObject({ do: v.literal('add'), transaction: newTxSchema, at: v.exactOptional(gap) }),
    v.strictObject({ do: v.literal('remove'), txs }),
    v.strictObject({
      do: v.literal('replace-contract'),
      name: line,
      library: line,
      storage: v.exactOptional(storageSchema),
    }),
    v.strictObject({ do: v.literal('run') }),
  ],
  'an action whose "do" is set, move, place, unplace, arrange, clear-lanes, deal, pack, edit, add, remove, replace-contract or run',
);
