/** A binary heap of anything: `pop` gives the item that comes first by `compare`. O(log n) each. */
export interface PriorityQueue<T> {
  readonly size: number;
  push(item: T): void;
  peek(): T | undefined;
  pop(): T | undefined;
}

export function createPriorityQueue<T>(compare: (a: T, b: T) => number): PriorityQueue<T> {
  const items: T[] = [];
  return {
    get size() {
      return items.length;
    },
    peek: () => items[0],
    push(item) {
      let i = items.push(item) - 1;
      while (i > 0) {
        const above = (i - 1) >> 1;
        const parent = items[above] as T;
        if (compare(item, parent) >= 0) break;
        items[i] = parent;
        i = above;
      }
      items[i] = item;
    },
    pop() {
      const first = items[0];
      const last = items.pop() as T;
      const { length } = items;
      if (length === 0) return first;
      let i = 0;
      for (let below = 1; below < length; below = 2 * i + 1) {
        if (below + 1 < length && compare(items[below + 1] as T, items[below] as T) < 0) below++;
        const child = items[below] as T;
        if (compare(child, last) >= 0) break;
        items[i] = child;
        i = below;
      }
      items[i] = last;
      return first;
    },
  };
}
