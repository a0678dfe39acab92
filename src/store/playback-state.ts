import type { RunEvent } from '../model/events.ts';
import type { Scenario } from '../model/scenario.ts';
import type { RunState } from './app.ts';
import { createReplay, type PlaybackState, type Replay } from './replay.ts';

let current: { readonly events: readonly RunEvent[]; readonly replay: Replay } | null = null;

/**
 * The run at `time`. All views ask for the same run and moment, so that one replay is kept; a log that grows while a
 * measured run goes on extends it.
 */
export function playbackAt(run: Pick<RunState, 'events' | 'subject'>, time: number): PlaybackState {
  const { events, subject } = run;
  if (current?.events !== events) {
    const grown = current && isContinuation(current.events, events) ? current.replay.extended(events) : null;
    const shape = {
      transactions: subject?.block.transactions.length ?? 0,
      lanes: subject?.scenario.settings.lanes ?? 0,
    };
    current = { events, replay: grown ?? createReplay(events, shape) };
  }
  return current.replay.at(time);
}

/**
 * What the transactions of a scenario are doing at `time`, by index. Nothing is known where the run is of other transactions: its numbers
 * would be those of others.
 */
export function transactionsAt(
  run: Pick<RunState, 'events' | 'subject'>,
  { transactions }: Pick<Scenario, 'transactions'>,
  time: number,
): PlaybackState['transactions'] {
  const isOfThese = run.subject?.scenario.transactions === transactions;
  return isOfThese && run.events.length > 0 ? playbackAt(run, time).transactions : NOTHING;
}

const NOTHING: PlaybackState['transactions'] = [];

/** The same event objects at both ends: it is the log with more behind it. */
function isContinuation(before: readonly RunEvent[], after: readonly RunEvent[]): boolean {
  const last = before.length - 1;
  return last >= 0 && after.length > last && before[0] === after[0] && before[last] === after[last];
}
