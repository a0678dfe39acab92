/** A binary min-heap of numbers: push and pop in O(log n). */
export interface Heap {
  readonly size: number;
  push(value: number): void;
  /** Takes out the least; undefined when empty. */
  pop(): number | undefined;
}

export function createHeap(): Heap {
  const items: number[] = [];
  return {
    get size() {
      return items.length;
    },
    push(value) {
      let hole = items.push(value) - 1;
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        const above = items[parent] as number;
        if (above <= value) break;
        items[hole] = above;
        hole = parent;
      }
      items[hole] = value;
    },
    pop() {
      const least = items[0];
      const value = items.pop();
      if (value === undefined || items.length === 0) return least;
      let hole = 0;
      for (;;) {
        let child = 2 * hole + 1;
        if (child >= items.length) break;
        if (child + 1 < items.length && (items[child + 1] as number) < (items[child] as number)) child++;
        if ((items[child] as number) >= value) break;
        items[hole] = items[child] as number;
        hole = child;
      }
      items[hole] = value;
      return least;
    },
  };
}
