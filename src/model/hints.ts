/** Predecessors of each transaction: Polygon's PIP-16 and BNB's TxDAG give such a list with a block. */
export type Hints = readonly (readonly number[])[];

export type ParsedHints =
  | { readonly kind: 'hints'; readonly hints: Hints }
  /** `reason`: what was expected, what came, and where. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Checks an imported hint, so that nothing behind this door doubts it: `[][]uint64`, each entry below its own index. */
export function parseHints(value: unknown, transactions: number): ParsedHints {
  if (!Array.isArray(value))
    return refuse(`expected a list of lists of transaction indices, like [[],[0],[0,1]], got ${nameOf(value)}`);
  if (value.length !== transactions) {
    return refuse(`expected one list for each of the ${transactions} transactions, got ${value.length} lists`);
  }
  for (const [tx, list] of value.entries()) {
    if (!Array.isArray(list)) return refuse(`entry ${tx}: expected a list of transaction indices, got ${nameOf(list)}`);
    for (const on of list) {
      if (!Number.isInteger(on) || on < 0)
        return refuse(`entry ${tx}: expected whole numbers from 0, got ${nameOf(on)}`);
      if (on >= tx) {
        return refuse(`entry ${tx}: a transaction can only depend on earlier ones, but ${on} isn't below ${tx}`);
      }
    }
  }
  return { kind: 'hints', hints: value.map((list: number[]) => [...new Set(list)]) };
}

function refuse(reason: string): ParsedHints {
  return { kind: 'refused', reason };
}

function nameOf(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 40);
}
