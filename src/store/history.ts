/** A value with its past and its future. Pure: every function gives a new history. */
export interface History<T> {
  readonly present: T;
  /** Oldest first: the value before a change, and what the change was. */
  readonly past: readonly Step<T>[];
  /** Next first: the value after a change that was taken back, and what the change was. */
  readonly future: readonly Step<T>[];
  /** Group of the last change while it is still open; further changes of that group join it. */
  readonly group: string | null;
}

export interface Step<T> {
  readonly label: string;
  readonly value: T;
}

/** Scenarios share their unchanged parts, so that a step costs little; the limit only bounds the worst case. */
export const HISTORY_LIMIT = 300;

export function createHistory<T>(present: T): History<T> {
  return { present, past: [], future: [], group: null };
}

/**
 * Makes `next` the present. With the group of the step before it, it becomes part of that step, so that a drag of a slider
 * is one step. A value identical to the present is no change.
 */
export function record<T>(history: History<T>, label: string, next: T, group: string | null = null): History<T> {
  if (Object.is(next, history.present)) return history;
  const joins = group !== null && group === history.group;
  const past = joins ? history.past : [...history.past, { label, value: history.present }].slice(-HISTORY_LIMIT);
  return { present: next, past, future: [], group };
}

/** No later change joins the last step. */
export function closeGroup<T>(history: History<T>): History<T> {
  return history.group === null ? history : { ...history, group: null };
}

export function undo<T>(history: History<T>): History<T> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    present: step.value,
    past: history.past.slice(0, -1),
    future: [{ label: step.label, value: history.present }, ...history.future],
    group: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [step, ...future] = history.future;
  if (!step) return history;
  return {
    present: step.value,
    past: [...history.past, { label: step.label, value: history.present }],
    future,
    group: null,
  };
}
