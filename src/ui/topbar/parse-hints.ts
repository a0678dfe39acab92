import { options as texts } from '#texts/options.ts';
export type HintsResult = { readonly hints: readonly (readonly number[])[] } | { readonly problem: string };

/** Reads dependency hints (`[][]uint64`, as BNB's TxDAG and PIP-16 give them): each entry below its own index. */
export function parseHints(text: string, transactions: number): HintsResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: texts.itIsNotJsonExpected };
  }
  if (!Array.isArray(value)) return { problem: texts.expectedAListOfLists };
  if (value.length !== transactions) {
    return { problem: texts.itHasEntriesTheBlock(value.length, transactions) };
  }
  const hints: number[][] = [];
  for (const [index, entry] of value.entries()) {
    if (!Array.isArray(entry)) return { problem: texts.entryIsNotAList(index) };
    const wrong = entry.find((on: unknown) => !Number.isInteger(on) || Number(on) < 0 || Number(on) >= index);
    if (wrong !== undefined) {
      return {
        problem: texts.entryNamesATransactionCan(index, JSON.stringify(wrong)),
      };
    }
    hints.push(entry);
  }
  return { hints };
}
