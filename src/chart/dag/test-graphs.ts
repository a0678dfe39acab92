import { createRandom, randomInt } from '../../lib/random.ts';
import type { ConflictEdge, ConflictGraph, ConflictKind } from '../../model/graph.ts';
import { gas, type TxIndex, txIndex } from '../../model/ids.ts';
import { place } from '../test-log.ts';

type Drawn = readonly [from: number, to: number, kind?: ConflictKind];

/** For tests: a graph of `transactions` with these edges, each transaction using 100 gas. */
export function drawGraph(transactions: number, drawn: readonly Drawn[]): ConflictGraph {
  const edges: ConflictEdge[] = drawn.map(([from, to, kind = 'RAW']) => ({
    from: txIndex(from),
    to: txIndex(to),
    kind,
    locations: [place(`slot${from}`)],
  }));
  edges.sort((a, b) => a.to - b.to || a.from - b.from);
  const wave: number[] = new Array(transactions).fill(0);
  const before: (number | null)[] = new Array(transactions).fill(null);
  for (const { from, to, kind } of edges) {
    if (kind !== 'RAW' || (wave[from] as number) + 1 <= (wave[to] as number)) continue;
    wave[to] = (wave[from] as number) + 1;
    before[to] = from;
  }
  const waves = wave.reduce((most, w) => Math.max(most, w + 1), 0);
  const criticalPath: TxIndex[] = [];
  for (let tx: number | null = wave.indexOf(waves - 1); tx !== null && tx >= 0; tx = before[tx] ?? null) {
    criticalPath.unshift(txIndex(tx));
  }
  const each = new Array(transactions).fill(gas(100));
  const figures = {
    transactions,
    gasUsed: gas(100 * transactions),
    conflictingPairs: edges.length,
    rawPairs: edges.length,
    wawPairs: 0,
    warPairs: 0,
    independentTxs: 0,
    longestChainTxs: waves,
    criticalPathGas: gas(100 * waves),
    waves,
    speedupBound: transactions / Math.max(1, waves),
    lowestIndexFirst: { '2': gas(0), '4': gas(0), '8': gas(0), '16': gas(0) },
    hottest: [],
  };
  return { transactions, edges, gas: each, wave, criticalPath, figures };
}

/** For tests and benchmarks: each transaction reads a few of the `slots` and writes one; few slots make many waves. */
export function generateGraph(transactions: number, slots: number, seed: number): ConflictGraph {
  const random = createRandom(seed);
  const lastWriter: (number | undefined)[] = [];
  const drawn: Drawn[] = [];
  for (let tx = 0; tx < transactions; tx++) {
    const touched = new Set([randomInt(random, slots), randomInt(random, slots * 4), randomInt(random, slots * 4)]);
    const writers = new Set([...touched].flatMap((slot) => lastWriter[slot] ?? []));
    for (const from of writers) drawn.push([from, tx]);
    const [own] = touched;
    if (own !== undefined) lastWriter[own] = tx;
  }
  return drawGraph(transactions, drawn);
}
