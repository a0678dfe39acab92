import { enginePanel as texts } from '#texts/engine-panel.ts';
import type { TxPlayback } from '../../store/replay.ts';

/** The states of playback, and what an engine tells apart beyond them. */
export type StateId =
  | TxPlayback['status']
  /** Queued on a lane, its locks held. */
  | 'queued'
  /** Executed, and its validation has found nothing wrong. */
  | 'validated'
  /** Executed, or about to be, for the second time. */
  | 'again';

export interface MachineState {
  readonly id: StateId;
  readonly label: string;
}

/** Off the straight way: beside the state it is entered from. */
export interface SideState extends MachineState {
  readonly from: StateId;
  /** On the arrow into it. */
  readonly enter: string;
  readonly to: StateId;
  /** On the arrow out of it. */
  readonly leave: string;
}

/** The state machine of one transaction: a straight way down, and what may happen beside it. */
export interface Machine {
  readonly way: readonly MachineState[];
  /** On the arrows between the states of the way: one fewer than there are states. */
  readonly steps: readonly string[];
  readonly sides: readonly SideState[];
}

/** In which of the machine's states a transaction is. `locked`: an engine with locks has queued it. */
export function stateIn(machine: Machine, { status, incarnation, valid }: TxPlayback, locked = false): StateId {
  const ids = new Set<StateId>([...machine.way, ...machine.sides].map(({ id }) => id));
  const startsOver = status === 'aborted' || (status === 'executing' && incarnation > 0);
  if (ids.has('again') && startsOver) return 'again';
  if (ids.has('queued') && locked && (status === 'ready' || status === 'waiting')) return 'queued';
  if (ids.has('validated') && status === 'executed' && valid === true) return 'validated';
  if (ids.has(status)) return status;
  return status === 'executed' ? 'executing' : 'ready';
}

/** The machine in one sentence an arrow, for those who don't see it. */
export function describeMachine({ way, steps, sides }: Machine): string {
  const labels = new Map([...way, ...sides].map(({ id, label }) => [id, label]));
  const arrows = way.slice(1).map(({ label }, i) => texts.to(way[i]?.label ?? '', label, steps[i] ?? ''));
  const detours = sides.flatMap(({ label, from, enter, to, leave }) => [
    texts.to(labels.get(from) ?? '', label, enter),
    texts.to(label, labels.get(to) ?? '', leave),
  ]);
  return [...arrows, ...detours].join(' ');
}
