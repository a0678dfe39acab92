export type HintsResult = { readonly hints: readonly (readonly number[])[] } | { readonly problem: string };

/** Reads dependency hints (`[][]uint64`, as BNB's TxDAG and PIP-16 give them): each entry below its own index. */
export function parseHints(text: string, transactions: number): HintsResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON. Expected a list of lists of transaction indices, like [[],[0],[0,1]].' };
  }
  if (!Array.isArray(value))
    return { problem: 'expected a list of lists of transaction indices, like [[],[0],[0,1]].' };
  if (value.length !== transactions) {
    return { problem: `it has ${value.length} entries, the block has ${transactions} transactions. They must agree.` };
  }
  const hints: number[][] = [];
  for (const [index, entry] of value.entries()) {
    if (!Array.isArray(entry)) return { problem: `entry ${index} is not a list.` };
    const wrong = entry.find((on: unknown) => !Number.isInteger(on) || Number(on) < 0 || Number(on) >= index);
    if (wrong !== undefined) {
      return {
        problem: `entry ${index} names ${JSON.stringify(wrong)}; a transaction can only depend on an earlier one.`,
      };
    }
    hints.push(entry);
  }
  return { hints };
}
