import type { WaitCause } from '../model/events.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import type { Dependency } from './engine.ts';

/** Which transactions are done with all that they depend on, as those finish one by one. */
export interface DependencyTracker {
  isReady(tx: TxIndex): boolean;
  /** `tx` has finished (again): gives those that have become ready by it, in rising order. */
  finish(tx: TxIndex): readonly TxIndex[];
  /** `tx` depends on `on` as well, from now on, because of `location`. */
  add(tx: TxIndex, on: TxIndex, location: Location): void;
  /** What `tx` waits for first. */
  cause(tx: TxIndex): WaitCause;
}

export function createDependencyTracker(dependencies: readonly (readonly Dependency[])[]): DependencyTracker {
  const open = dependencies.map((list) => new Map(list.map((dependency) => [dependency.on, dependency] as const)));
  const successors: Set<TxIndex>[] = dependencies.map(() => new Set());
  open.forEach((on, tx) => {
    for (const predecessor of on.keys()) successors[predecessor]?.add(txIndex(tx));
  });
  return {
    isReady: (tx) => open[tx]?.size === 0,
    finish(tx) {
      const ready: TxIndex[] = [];
      for (const successor of successors[tx] ?? []) {
        const left = open[successor];
        if (left?.delete(tx) && left.size === 0) ready.push(successor);
      }
      successors[tx]?.clear();
      return ready.sort((a, b) => a - b);
    },
    add(tx, on, location) {
      open[tx]?.set(on, { on, location });
      successors[on]?.add(tx);
    },
    cause(tx) {
      const [first] = open[tx]?.values() ?? [];
      if (!first) return { kind: 'no-task' };
      return { kind: 'dependency', tx, ...first };
    },
  };
}
