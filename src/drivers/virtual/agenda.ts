/**
 * What comes first within one instant. Finished tasks publish before anybody reads, and lanes are given new tasks when
 * nothing else is left to happen.
 */
export const PHASE = { finish: 0, read: 1, assign: 2 } as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/**
 * What happens next in virtual time: at most one moment for each of `slots`, by time, then phase, then slot, so that no two
 * are ever equal. A binary heap that knows where each slot stands, in typed arrays: nothing is allocated, and a moment that is
 * put off or brought forward leaves nothing behind.
 */
export interface Agenda {
  /** In place of the slot's moment, if it has one. */
  set(slot: number, time: number, phase: Phase): void;
  /** Takes the slot whose moment comes first; -1 when there is none. */
  take(): number;
  /** Whether a moment that isn't in it would come before all that are. */
  precedes(slot: number, time: number, phase: Phase): boolean;
  has(slot: number): boolean;
  /** Of the slot's last moment, taken or not. */
  timeOf(slot: number): number;
  phaseOf(slot: number): Phase;
}

export function createAgenda(slots: number): Agenda {
  const times = new Float64Array(slots);
  const phases = new Uint8Array(slots);
  const heap = new Int32Array(slots);
  /** Where in the heap each slot stands; -1: nowhere. */
  const places = new Int32Array(slots).fill(-1);
  let size = 0;

  function comesBefore(a: number, b: number): boolean {
    const before =
      (times[a] as number) - (times[b] as number) || (phases[a] as number) - (phases[b] as number) || a - b;
    return before < 0;
  }

  function place(slot: number, at: number): void {
    heap[at] = slot;
    places[slot] = at;
  }

  function rise(slot: number, from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as number;
      if (!comesBefore(slot, parent)) break;
      place(parent, at);
      at = above;
    }
    place(slot, at);
  }

  function sink(slot: number, from: number): void {
    let at = from;
    for (let below = 2 * at + 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && comesBefore(heap[below + 1] as number, heap[below] as number)) below++;
      const child = heap[below] as number;
      if (!comesBefore(child, slot)) break;
      place(child, at);
      at = below;
    }
    place(slot, at);
  }

  return {
    set(slot, time, phase) {
      times[slot] = time;
      phases[slot] = phase;
      const at = places[slot] as number;
      rise(slot, at < 0 ? size++ : at);
      sink(slot, places[slot] as number);
    },
    take() {
      if (size === 0) return -1;
      const first = heap[0] as number;
      places[first] = -1;
      const last = heap[--size] as number;
      if (size > 0) sink(last, 0);
      return first;
    },
    precedes(slot, time, phase) {
      if (size === 0) return true;
      const first = heap[0] as number;
      return (time - (times[first] as number) || phase - (phases[first] as number) || slot - first) < 0;
    },
    has: (slot) => (places[slot] as number) >= 0,
    timeOf: (slot) => times[slot] as number,
    phaseOf: (slot) => phases[slot] as Phase,
  };
}
