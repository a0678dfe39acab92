/** A binary heap of anything: `pop` gives the item that comes first by `compare`. O(log n) each. */
export interface PriorityQueue<T> {
  readonly size: number;
  push(item: T): void;
  peek(): T | undefined;
  pop(): T | undefined;
}

export function createPriorityQueue<T>(compare: (a: T, b: T) => number): PriorityQueue<T> {
  const items: T[] = [];
  const before = (a: number, b: number): boolean => compare(items[a] as T, items[b] as T) < 0;
  const swap = (a: number, b: number): void => {
    [items[a], items[b]] = [items[b] as T, items[a] as T];
  };
  return {
    get size() {
      return items.length;
    },
    peek: () => items[0],
    push(item) {
      let i = items.push(item) - 1;
      while (i > 0) {
        const parent = (i - 1) >> 1;
        if (!before(i, parent)) break;
        swap(i, parent);
        i = parent;
      }
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length === 0) return first;
      items[0] = last as T;
      for (let i = 0; ; ) {
        const left = 2 * i + 1;
        const right = left + 1;
        let least = i;
        if (left < items.length && before(left, least)) least = left;
        if (right < items.length && before(right, least)) least = right;
        if (least === i) return first;
        swap(i, least);
        i = least;
      }
    },
  };
}
