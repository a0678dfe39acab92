import { composing as texts } from '#texts/composing.ts';
import type { AbiItem, AbiParameter } from '../../model/artifact.ts';
import type { Hex } from '../../model/ids.ts';
import { NamingError } from '../../model/naming/index.ts';
import type { ContractInstance, Scenario, ScenarioTx } from '../../model/scenario.ts';
import type { NewTx } from '../../store/edits.ts';
import { findFunction, functionsOf, signatureOf } from '../../workloads/call-encoder.ts';
import { artifactOf } from '../../workloads/library.ts';
import { createNameBook, type NameBook } from '../../workloads/name-book.ts';
import { parseArgument } from '../../workloads/parse-argument.ts';
import { AmountError, amountText, parseAmount } from './parse-amount.ts';

/** A transaction while it is being written: every field as the text in it. */
export interface Draft {
  readonly kind: 'call' | 'pay' | 'raw';
  readonly from: string;
  /** Payment and raw; empty in a raw one: creates a contract. */
  readonly to: string;
  readonly contract: string;
  readonly function: string;
  readonly args: readonly string[];
  /** In ether. */
  readonly value: string;
  readonly data: string;
  /** Empty: left to its default. */
  readonly gasLimit: string;
  readonly nonce: string;
  /** In gwei. */
  readonly priorityFee: string;
}

/** What a draft comes to: the transaction, or by field what is wrong with it. `args.0` is the first argument. */
export interface DraftResult {
  readonly tx: NewTx | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** The function names of a contract, those that change state first; an overloaded one by its signature. */
export function callableFunctions(instance: ContractInstance | undefined): readonly { name: string; item: AbiItem }[] {
  const artifact = instance && artifactOf(instance);
  if (!artifact) return [];
  const functions = functionsOf(artifact);
  const count = (name: string | undefined): number => functions.filter((item) => item.name === name).length;
  const named = functions.map((item) => ({ name: count(item.name) > 1 ? signatureOf(item) : (item.name ?? ''), item }));
  return [...named.filter(({ item }) => !isReadOnly(item)), ...named.filter(({ item }) => isReadOnly(item))];
}

export function isReadOnly({ stateMutability }: AbiItem): boolean {
  return stateMutability === 'view' || stateMutability === 'pure';
}

export function functionOf(scenario: Scenario, draft: Draft): AbiItem | null {
  const instance = scenario.contracts.find(({ name }) => name === draft.contract);
  const artifact = instance && artifactOf(instance);
  return (artifact && findFunction(artifact, draft.function)) ?? null;
}

export function emptyDraft(scenario: Scenario): Draft {
  const [first] = scenario.accounts;
  const from = first?.name ?? first?.address ?? '';
  const draft: Draft = {
    kind: scenario.contracts.length > 0 ? 'call' : 'pay',
    from,
    to: '',
    contract: '',
    function: '',
    args: [],
    value: '0',
    data: '0x',
    gasLimit: '',
    nonce: '',
    priorityFee: '',
  };
  return withContract(scenario, draft, scenario.contracts[0]?.name ?? '');
}

/**
 * The draft with another contract: the same call, if there is such a function; else the one that the block called last there, or the
 * first that it has.
 */
export function withContract(scenario: Scenario, draft: Draft, contract: string): Draft {
  const functions = callableFunctions(scenario.contracts.find(({ name }) => name === contract));
  const types = (item: AbiItem | null | undefined): string => JSON.stringify(item?.inputs?.map(({ type }) => type));
  const same = functions.find(({ name }) => name === draft.function);
  if (same && types(same.item) === types(functionOf(scenario, draft))) return { ...draft, contract };
  const last = scenario.transactions.findLast((tx) => tx.kind === 'call' && tx.contract === contract);
  const called = last?.kind === 'call' ? functions.find(({ name }) => name === last.function) : undefined;
  const chosen = called ?? functions[0];
  return withFunction({ ...draft, contract }, chosen?.name ?? '', chosen?.item ?? null);
}

/** The draft with another function; arguments of the same type and name stay. */
export function withFunction(draft: Draft, name: string, item: AbiItem | null, before?: AbiItem | null): Draft {
  const kept = (input: AbiParameter): string => {
    const index = before?.inputs?.findIndex((old) => old.name === input.name && old.type === input.type) ?? -1;
    return draft.args[index] ?? '';
  };
  return { ...draft, function: name, args: (item?.inputs ?? []).map(kept) };
}

export function txToDraft(scenario: Scenario, tx: ScenarioTx): Draft {
  const empty = { ...emptyDraft(scenario), contract: '', function: '', args: [] };
  if (tx.kind === 'signed') {
    const { from, to, value, data, gasLimit } = tx.tx;
    return {
      ...empty,
      kind: 'raw',
      from,
      to: to ?? '',
      value: amountText(value, 'ether'),
      data,
      gasLimit: `${gasLimit}`,
    };
  }
  const common = {
    ...empty,
    kind: tx.kind,
    from: tx.from,
    value: amountText(tx.value, 'ether'),
    gasLimit: tx.gasLimit?.toString() ?? '',
    nonce: tx.nonce?.toString() ?? '',
    priorityFee: tx.priorityFee === undefined ? '' : amountText(tx.priorityFee, 'gwei'),
  };
  if (tx.kind === 'call') return { ...common, contract: tx.contract, function: tx.function, args: tx.args };
  if (tx.kind === 'pay') return { ...common, to: tx.to };
  return { ...common, to: tx.to ?? '', data: tx.data };
}

/** Reads the draft. Fields that its kind doesn't have are not looked at. */
export function readDraft(scenario: Scenario, draft: Draft): DraftResult {
  const errors: Record<string, string> = {};
  const book = createNameBook(scenario);
  const amount = (field: string, text: string, unit: 'wei' | 'gwei' | 'ether'): bigint => {
    try {
      const value = parseAmount(text, unit);
      if (value < 0n) errors[field] = texts.expectedOrMore;
      return value;
    } catch (error) {
      if (!(error instanceof AmountError)) throw error;
      errors[field] = error.message;
      return 0n;
    }
  };
  const optional = (field: string, text: string, unit: 'wei' | 'gwei'): bigint | undefined =>
    text.trim() === '' ? undefined : amount(field, text, unit);
  const party = (field: string, text: string): string => {
    const word = text.trim();
    if (book.resolve(word) === undefined) {
      errors[field] = word === '' ? texts.chooseAnAccount : texts.noAccountIsCalledA(word);
    }
    return word;
  };

  const gasLimit = optional('gasLimit', draft.gasLimit, 'wei');
  const nonce = optional('nonce', draft.nonce, 'wei');
  const priorityFee = optional('priorityFee', draft.priorityFee, 'gwei');
  const common = {
    from: party('from', draft.from),
    value: amount('value', draft.value, 'ether'),
    ...(gasLimit === undefined ? {} : { gasLimit }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(priorityFee === undefined ? {} : { priorityFee }),
  };
  let tx: NewTx;
  if (draft.kind === 'pay') tx = { kind: 'pay', ...common, to: party('to', draft.to) };
  else if (draft.kind === 'raw') {
    const data = draft.data.trim().toLowerCase() || '0x';
    if (!/^0x([0-9a-f]{2})*$/.test(data)) errors.data = texts.expectedBytesAsHex0x;
    const to = draft.to.trim() === '' ? {} : { to: party('to', draft.to) };
    tx = { kind: 'raw', ...common, ...to, data: data as Hex };
  } else {
    const item = functionOf(scenario, draft);
    if (!item) errors.function = draft.contract === '' ? texts.chooseAContract : texts.chooseAFunction;
    const args = (item?.inputs ?? []).map((input, index) => {
      const { text, error } = readArgument(draft.args[index] ?? '', input, book);
      if (error !== null) errors[`args.${index}`] = error;
      return text;
    });
    const payable = item?.stateMutability === 'payable';
    tx = {
      kind: 'call',
      ...common,
      value: payable ? common.value : 0n,
      contract: draft.contract,
      function: draft.function,
      args,
    };
    if (!payable) delete errors.value;
  }
  return { tx: Object.keys(errors).length === 0 ? tx : null, errors };
}

/** The argument as the document keeps it (numbers without units and separators), and what is wrong with it. */
function readArgument(text: string, input: AbiParameter, book: NameBook): { text: string; error: string | null } {
  const what = input.name || input.type;
  try {
    const plain = /^u?int\d+$/.test(input.type) ? parseAmount(text).toString() : text.trim();
    const kept = input.type === 'string' ? text : plain;
    parseArgument(kept, input, book.resolve, what);
    return { text: kept, error: null };
  } catch (error) {
    if (!(error instanceof NamingError || error instanceof AmountError)) throw error;
    return { text, error: text.trim() === '' ? texts.isMissing(what, input.type) : error.message };
  }
}
