import type { RunEvent } from '../../model/events.ts';

/** Pixels along a track of `width`, each once, at which executions ended and at which incarnations were aborted. */
export function tickPixels(
  events: readonly RunEvent[],
  width: number,
): { readonly ended: ReadonlySet<number>; readonly aborted: ReadonlySet<number> } {
  const end = events.at(-1)?.at ?? 0;
  const ended = new Set<number>();
  const aborted = new Set<number>();
  if (end === 0) return { ended, aborted };
  for (const { kind, at } of events) {
    if (kind === 'finished') ended.add(Math.round((at / end) * width));
    else if (kind === 'aborted') aborted.add(Math.round((at / end) * width));
  }
  return { ended, aborted };
}
