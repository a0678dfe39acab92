import type { ContractInstance, Scenario, ScenarioTx } from '../../model/scenario.ts';

/**
 * ABI types of a function's arguments, so that a name is replaced only where it stands for an address. Null or absent: any
 * argument that equals the name is taken for one.
 */
export type ArgumentTypes = (contract: ContractInstance, functionName: string) => readonly string[] | null;

/**
 * Every mention of these account and contract names in transactions and storage presets becomes the name or address they
 * map to, all at once (so two names can change places).
 */
export function replaceReferences(
  scenario: Scenario,
  names: ReadonlyMap<string, string>,
  types?: ArgumentTypes,
): Scenario {
  const contracts = new Map(scenario.contracts.map((contract) => [contract.name, contract]));
  const swap = (text: string): string => names.get(text) ?? text;
  const inTransaction = (tx: ScenarioTx): ScenarioTx => {
    if (tx.kind === 'signed') return tx;
    const sender = { from: swap(tx.from) };
    if (tx.kind === 'pay') return { ...tx, ...sender, to: swap(tx.to) };
    if (tx.kind === 'raw') return tx.to === undefined ? { ...tx, ...sender } : { ...tx, ...sender, to: swap(tx.to) };
    const contract = contracts.get(tx.contract);
    const argumentTypes = (contract && types?.(contract, tx.function)) ?? null;
    const args = tx.args.map((arg, index) =>
      argumentTypes && !/address|tuple/.test(argumentTypes[index] ?? '') ? arg : swapArgument(arg, swap),
    );
    return { ...tx, ...sender, contract: swap(tx.contract), args };
  };
  const inStorage = (storage: ContractInstance['storage']): ContractInstance['storage'] =>
    Object.fromEntries(
      Object.entries(storage).map(([path, value]) => [
        path.replace(/\[([^\]]+)\]/g, (_, key: string) => `[${swap(key)}]`),
        swap(value),
      ]),
    );
  return {
    ...scenario,
    transactions: scenario.transactions.map(inTransaction),
    contracts: scenario.contracts.map((contract) => ({ ...contract, storage: inStorage(contract.storage) })),
  };
}

/** How many transactions mention the name, and whether a storage preset does: what a removal would touch. */
export function countReferences(scenario: Scenario, name: string): { transactions: number; storage: number } {
  const mentioned = (arg: string): boolean => swapArgument(arg, (text) => (text === name ? '' : text)) !== arg;
  const mentions = (tx: ScenarioTx): boolean => {
    if (tx.kind === 'signed') return false;
    if (tx.from === name) return true;
    if (tx.kind === 'call') return tx.contract === name || tx.args.some(mentioned);
    return tx.to === name;
  };
  let storage = 0;
  for (const contract of scenario.contracts) {
    for (const [path, value] of Object.entries(contract.storage)) {
      if (value === name || path.includes(`[${name}]`)) storage++;
    }
  }
  return { transactions: scenario.transactions.filter(mentions).length, storage };
}

/** The argument itself, or the items of an array or tuple: JSON in which names need no quotes. All else stays as typed. */
function swapArgument(arg: string, swap: (text: string) => string): string {
  if (!/^\s*[[{]/.test(arg)) return swap(arg);
  return arg.replace(/"((?:[^"\\]|\\.)*)"|[^\s,:[\]{}"]+/g, (token, quoted: string | undefined) =>
    quoted === undefined ? swap(token) : `"${swap(quoted)}"`,
  );
}
