import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditMode } from '../model/execution.ts';
import { gas } from '../model/ids.ts';
import { existenceOf, wipeOf } from '../model/location.ts';
import { buildConflictGraph } from './conflict-graph.ts';
import * as oracle from './oracle.ts';
import { type DrawnTx, drawTxs, letterAddress, letterBalance, toExecutions } from './test-accesses.ts';

const graphOf = (text: string, credits: CreditMode = 'strict') =>
  buildConflictGraph(toExecutions(drawTxs(text)), { credits });

const edgesOf = (text: string, credits: CreditMode = 'strict') =>
  graphOf(text, credits).edges.map(
    (e) =>
      `${e.from}→${e.to} ${e.kind} ${e.locations.map((l) => String.fromCharCode(Number.parseInt(l.slice(-2), 16))).join('')}`,
  );

describe('conflict graph', () => {
  test('a chain through one location, and one transaction apart', () => {
    const graph = graphOf('10 ua | 20 ua | 30 ua | 5 ub');
    expect(graph.figures).toEqual({
      transactions: 4,
      gasUsed: 65,
      conflictingPairs: 3,
      rawPairs: 3,
      wawPairs: 3,
      warPairs: 3,
      independentTxs: 1,
      longestChainTxs: 3,
      criticalPathGas: 60,
      waves: 3,
      speedupBound: 65 / 60,
      lowestIndexFirst: { '2': 60, '4': 60, '8': 60, '16': 60 },
      hottest: [{ location: letterBalance('a'), conflictingPairs: 3 }],
    });
    expect(graph.wave).toEqual([0, 1, 2, 0]);
    expect(graph.criticalPath).toEqual([0, 1, 2]);
    expect(graph.gas).toEqual([10, 20, 30, 5]);
  });

  test('a reader depends on the last earlier writer only; arrows for WAW and WAR join neighbours', () => {
    expect(edgesOf('1 wa | 1 wa | 1 ra | 1 ra | 1 wa')).toEqual([
      '0→1 WAW a',
      '1→2 RAW a',
      '1→3 RAW a',
      '1→4 WAW a',
      '2→4 WAR a',
      '3→4 WAR a',
    ]);
  });

  test('writes alone conflict but are no dependency: versions let them go side by side', () => {
    const graph = graphOf('10 wa | 10 wa | 10 wa');
    expect(graph.figures).toMatchObject({ conflictingPairs: 3, wawPairs: 3, rawPairs: 0, warPairs: 0, waves: 1 });
    expect(graph.figures.lowestIndexFirst['2']).toBe(20);
  });

  test('one edge carries all the locations behind it', () => {
    expect(edgesOf('1 wa wb | 1 ra rb')).toEqual(['0→1 RAW ab']);
  });

  test('a credit is a read and a write in the strict model', () => {
    expect(graphOf('10 +a | 10 +a | 10 ra').figures).toMatchObject({
      conflictingPairs: 3,
      rawPairs: 3,
      wawPairs: 1,
      warPairs: 1,
      waves: 3,
    });
  });

  test('commutative: credits pass each other, a reader depends on every credit since the last full write, and on it', () => {
    const drawn = '1 ua | 1 +a | 1 +a | 1 ra | 1 +a';
    expect(edgesOf(drawn, 'commutative')).toEqual(['0→1 WAR a', '0→3 RAW a', '1→3 RAW a', '2→3 RAW a', '3→4 WAR a']);
    expect(graphOf(drawn, 'commutative').wave).toEqual([0, 0, 0, 1, 0]);
  });

  test('existence and storage wipes are for the engines only', () => {
    const [execution] = toExecutions(drawTxs('10 ra'));
    if (!execution) throw new Error('expected one execution');
    const withEngineLocations = {
      ...execution,
      recording: {
        ...execution.recording,
        reads: [{ location: existenceOf(letterAddress('a')), value: 1n, at: gas(0), credit: false }],
        writes: [{ location: wipeOf(letterAddress('a')), before: 0n, value: 1n }],
      },
    };
    const graph = buildConflictGraph([withEngineLocations, withEngineLocations], { credits: 'strict' });
    expect(graph.figures.conflictingPairs).toBe(0);
  });

  test('a credit whose frame reverted neither reads nor writes', () => {
    const [execution] = toExecutions(drawTxs('10 +a'));
    if (!execution) throw new Error('expected one execution');
    const undone = { ...execution, recording: { ...execution.recording, writes: [] } };
    expect(buildConflictGraph([undone, undone], { credits: 'strict' }).figures.conflictingPairs).toBe(0);
  });

  test('an empty block', () => {
    const graph = buildConflictGraph([], { credits: 'strict' });
    expect(graph.figures).toMatchObject({ transactions: 0, waves: 0, criticalPathGas: 0, speedupBound: 1 });
    expect(graph.criticalPath).toEqual([]);
  });

  test('lowest index first: what ends at one moment ends before any lane takes its next', () => {
    // At gas 10 both lanes end; 2 becomes ready at that moment and goes before 3.
    expect(graphOf('10 ua | 10 ub | 7 ub | 1 uc').figures.lowestIndexFirst['2']).toBe(17);
  });

  test.each(['strict', 'commutative'] as const)('agrees with the definitions taken literally (%s)', (credits) => {
    // Balances are read when set, slots get no credits: as `a` and `b`, and `c` and `d`.
    const access = fc.oneof(
      fc.record({ how: fc.constantFrom('r' as const, 'u' as const, '+' as const), letter: fc.constantFrom('a', 'b') }),
      fc.record({ how: fc.constantFrom('r' as const, 'u' as const, 'w' as const), letter: fc.constantFrom('c', 'd') }),
    );
    const drawnTx: fc.Arbitrary<DrawnTx> = fc.record({
      gas: fc.integer({ min: 0, max: 9 }),
      accesses: fc.uniqueArray(access, { selector: (a) => a.letter, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(drawnTx, { maxLength: 40 }), fc.constantFrom('strict', 'commutative'), (txs, recorded) => {
        const graph = buildConflictGraph(toExecutions(txs, recorded), { credits });
        const hottest = graph.figures.hottest.toSorted(
          (a, b) => b.conflictingPairs - a.conflictingPairs || (a.location < b.location ? -1 : 1),
        );
        expect({ ...graph.figures, hottest }).toEqual(oracle.figuresOf(txs, credits));
        const raw = graph.edges.filter((e) => e.kind === 'RAW').map((e) => [e.from, e.to]);
        expect(raw).toEqual(oracle.dependencyPairs(txs, credits));
        const along = graph.criticalPath;
        expect(along.reduce((sum, t) => sum + (txs[t]?.gas ?? 0), 0)).toBe(graph.figures.criticalPathGas);
        for (const [k, t] of along.entries()) {
          if (k > 0) expect(raw).toContainEqual([along[k - 1], t]);
        }
      }),
      { numRuns: process.env.LONG ? 20_000 : 1_000 },
    );
  });
});
