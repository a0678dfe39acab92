import type { Gas, TxIndex } from '../model/ids.ts';
import { gas, txIndex } from '../model/ids.ts';
import { at } from './accesses.ts';
import type { Dependencies } from './dependencies.ts';

export interface CriticalPath {
  /** First to last. Of equally heavy chains, the one whose end, and then each predecessor, has the lowest index. */
  readonly path: readonly TxIndex[];
  readonly gas: Gas;
}

/** The chain of dependencies with the largest sum of gas. Empty only for an empty block. */
export function findCriticalPath({ transactions, start, on }: Dependencies, gasOf: readonly number[]): CriticalPath {
  const finish = new Float64Array(transactions);
  const before = new Int32Array(transactions).fill(-1);
  let last = -1;
  for (let t = 0; t < transactions; t++) {
    let ready = 0;
    for (let k = at(start, t); k < at(start, t + 1); k++) {
      const dependency = at(on, k);
      if (at(before, t) === -1 || at(finish, dependency) > ready) {
        ready = at(finish, dependency);
        before[t] = dependency;
      }
    }
    finish[t] = ready + (gasOf[t] ?? 0);
    if (last === -1 || at(finish, t) > at(finish, last)) last = t;
  }
  const path: TxIndex[] = [];
  for (let t = last; t !== -1; t = at(before, t)) path.push(txIndex(t));
  return { path: path.reverse(), gas: gas(last === -1 ? 0 : at(finish, last)) };
}
