import type { CreditMode } from '../model/execution.ts';
import type { ConflictFigures } from '../model/graph.ts';
import { gas } from '../model/ids.ts';
import type { DrawnTx } from './test-accesses.ts';
import { letterBalance } from './test-accesses.ts';

/**
 * ANALYSIS.md read aloud, with no thought for speed: what the fast analysis is tested against. It shares no code with it.
 */
const LETTERS = ['a', 'b', 'c', 'd'];

interface Touch {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly credits: boolean;
}

function touchOf(tx: DrawnTx | undefined, letter: string, credits: CreditMode): Touch {
  const how = tx?.accesses.find((a) => a.letter === letter)?.how ?? '';
  const strictCredit = how === '+' && credits === 'strict';
  return {
    reads: how === 'r' || how === 'u' || strictCredit,
    writes: how === 'w' || how === 'u' || strictCredit,
    credits: how === '+' && !strictCredit,
  };
}

/** The kinds of conflict between i < j on one location. */
function kindsOn(i: Touch, j: Touch): Set<string> {
  const kinds = new Set<string>();
  if ((i.writes || i.credits) && j.reads) kinds.add('RAW');
  if ((i.writes || i.credits) && j.writes) kinds.add('WAW');
  if (i.reads && (j.writes || j.credits)) kinds.add('WAR');
  return kinds;
}

/** [from, to], sorted by `to`, then `from`. */
export function dependencyPairs(txs: readonly DrawnTx[], credits: CreditMode): [number, number][] {
  const pairs: [number, number][] = [];
  for (let j = 0; j < txs.length; j++) {
    const on = new Set<number>();
    for (const letter of LETTERS) {
      if (!touchOf(txs[j], letter, credits).reads) continue;
      for (let i = j - 1; i >= 0; i--) {
        const earlier = touchOf(txs[i], letter, credits);
        if (earlier.writes || earlier.credits) on.add(i);
        if (earlier.writes) break;
      }
    }
    for (const i of [...on].sort((a, b) => a - b)) pairs.push([i, j]);
  }
  return pairs;
}

/** Of equally hot locations, the first in the alphabet comes first here. */
export function figuresOf(txs: readonly DrawnTx[], credits: CreditMode): ConflictFigures {
  const counts = { conflictingPairs: 0, RAW: 0, WAW: 0, WAR: 0 };
  const involved = new Set<number>();
  const perLetter = new Map<string, number>();
  for (let j = 0; j < txs.length; j++) {
    for (let i = 0; i < j; i++) {
      const kinds = new Set<string>();
      for (const letter of LETTERS) {
        const here = kindsOn(touchOf(txs[i], letter, credits), touchOf(txs[j], letter, credits));
        if (here.size > 0) perLetter.set(letter, (perLetter.get(letter) ?? 0) + 1);
        for (const kind of here) kinds.add(kind);
      }
      if (kinds.size === 0) continue;
      counts.conflictingPairs++;
      for (const kind of kinds) counts[kind as 'RAW' | 'WAW' | 'WAR']++;
      involved.add(i).add(j);
    }
  }
  const dependencies = dependencyPairs(txs, credits);
  const longest = (weight: (t: number) => number): number => {
    const upTo = txs.map(() => 0);
    for (let t = 0; t < txs.length; t++) {
      const before = dependencies.filter(([, to]) => to === t).map(([from]) => upTo[from] ?? 0);
      upTo[t] = weight(t) + Math.max(0, ...before);
    }
    return Math.max(0, ...upTo);
  };
  const gasUsed = txs.reduce((sum, tx) => sum + tx.gas, 0);
  const criticalPathGas = longest((t) => txs[t]?.gas ?? 0);
  return {
    transactions: txs.length,
    gasUsed: gas(gasUsed),
    conflictingPairs: counts.conflictingPairs,
    rawPairs: counts.RAW,
    wawPairs: counts.WAW,
    warPairs: counts.WAR,
    independentTxs: txs.length - involved.size,
    longestChainTxs: longest(() => 1),
    criticalPathGas: gas(criticalPathGas),
    waves: longest(() => 1),
    speedupBound: criticalPathGas === 0 ? 1 : gasUsed / criticalPathGas,
    lowestIndexFirst: {
      '2': gas(tickSchedule(txs, dependencies, 2)),
      '4': gas(tickSchedule(txs, dependencies, 4)),
      '8': gas(tickSchedule(txs, dependencies, 8)),
      '16': gas(tickSchedule(txs, dependencies, 16)),
    },
    hottest: LETTERS.map((letter) => ({
      location: letterBalance(letter),
      conflictingPairs: perLetter.get(letter) ?? 0,
    }))
      .filter((hot) => hot.conflictingPairs > 0)
      .sort((a, b) => b.conflictingPairs - a.conflictingPairs),
  };
}

/** Lowest index first, one unit of gas at a time. */
function tickSchedule(txs: readonly DrawnTx[], dependencies: readonly [number, number][], lanes: number): number {
  const left = txs.map((tx) => tx.gas);
  const state = txs.map(() => 'pending' as 'pending' | 'running' | 'done');
  for (let now = 0; ; now++) {
    for (let changed = true; changed; ) {
      changed = false;
      for (const [t, s] of state.entries()) {
        if (s === 'running' && left[t] === 0) {
          state[t] = 'done';
          changed = true;
        }
      }
      for (const [t, s] of state.entries()) {
        const free = state.filter((other) => other === 'running').length < lanes;
        const ready = dependencies.every(([from, to]) => to !== t || state[from] === 'done');
        if (s === 'pending' && free && ready) {
          state[t] = 'running';
          changed = true;
        }
      }
    }
    if (state.every((s) => s === 'done')) return now;
    for (const [t, s] of state.entries()) if (s === 'running') left[t] = (left[t] ?? 0) - 1;
  }
}
