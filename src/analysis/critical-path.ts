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
  const finish: number[] = [];
  const before: number[] = [];
  let last = -1;
  for (let t = 0; t < transactions; t++) {
    let ready = 0;
    let heaviest = -1;
    for (let k = at(start, t); k < at(start, t + 1); k++) {
      const end = finish[at(on, k)] as number;
      if (heaviest !== -1 && end <= ready) continue;
      ready = end;
      heaviest = at(on, k);
    }
    const end = ready + (gasOf[t] ?? 0);
    finish.push(end);
    before.push(heaviest);
    if (last === -1 || end > (finish[last] as number)) last = t;
  }
  const path: TxIndex[] = [];
  for (let t = last; t !== -1; t = before[t] as number) path.push(txIndex(t));
  return { path: path.reverse(), gas: gas(last === -1 ? 0 : (finish[last] as number)) };
}
