import type { WaitCause } from './events.ts';
import type { TxIndex } from './ids.ts';
import type { Location } from './location.ts';

/** Whether a lane still waits for the same reason. */
export function isSameWait(a: WaitCause, b: WaitCause): boolean {
  if (a.kind !== b.kind) return false;
  const [first, other] = [waitOf(a), waitOf(b)];
  return first?.tx === other?.tx && first?.on === other?.on && first?.location === other?.location;
}

/** Which transaction can't start yet and on whom it waits; null where a lane waits for another reason. */
export function waitOf(
  cause: WaitCause,
): { readonly tx: TxIndex; readonly on: TxIndex; readonly location?: Location } | null {
  return 'tx' in cause ? cause : null;
}
