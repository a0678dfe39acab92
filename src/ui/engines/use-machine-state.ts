import { useMemo } from 'react';
import type { RunEvent } from '../../model/events.ts';
import type { TxIndex } from '../../model/ids.ts';
import { playbackAt } from '../../store/playback-state.ts';
import type { TxPlayback } from '../../store/replay.ts';
import { useRun, useView } from '../common/app-context.tsx';
import { type Machine, type StateId, stateIn } from './machine.ts';

export interface MachineMoment {
  /** The transaction selected last, as it is at the moment shown; null when none is, or it isn't part of the run. */
  readonly followed: { readonly tx: TxIndex; readonly playback: TxPlayback; readonly state: StateId } | null;
  readonly counts: ReadonlyMap<StateId, number>;
}

/** Where the run's transactions are in `machine` at the moment shown. */
export function useMachineState(machine: Machine): MachineMoment {
  const { events, subject } = useRun(({ events, subject }) => ({ events, subject }));
  const { time, tx } = useView(({ time, selected }) => ({ time, tx: selected.at(-1) ?? null }));
  const lockedAt = useMemo(() => findLocked(events), [events]);
  return useMemo(() => {
    const { transactions } = playbackAt({ events, subject }, time);
    const stateOf = (playback: TxPlayback, index: number): StateId =>
      stateIn(machine, playback, (lockedAt.get(index) ?? Infinity) <= time);
    const counts = new Map<StateId, number>();
    for (const [index, playback] of transactions.entries()) {
      const state = stateOf(playback, index);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    const playback = tx === null ? undefined : transactions[tx];
    const followed = tx !== null && playback ? { tx, playback, state: stateOf(playback, tx) } : null;
    return { followed, counts };
  }, [machine, events, subject, time, tx, lockedAt]);
}

/** When each transaction was queued with its locks. */
function findLocked(events: readonly RunEvent[]): ReadonlyMap<number, number> {
  return new Map(events.flatMap((event) => (event.kind === 'locked' ? [[event.tx, event.at] as const] : [])));
}
