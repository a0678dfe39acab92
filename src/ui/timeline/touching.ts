import type { BlockAnalysis } from '../../drivers/runner.ts';
import type { Location } from '../../model/location.ts';
import type { ViewState } from '../../store/app.ts';

/** The transactions that read or write `location` in serial execution. */
function transactionsTouching(analysis: BlockAnalysis, location: Location): ReadonlySet<number> {
  const touching = new Set<number>();
  analysis.serial.executions.forEach(({ recording }, tx) => {
    const isIt = (access: { readonly location: Location }) => access.location === location;
    if (recording.reads.some(isIt) || recording.writes.some(isIt)) touching.add(tx);
  });
  return touching;
}

/** Which transactions are lit while something is hovered, in whichever view; null when nothing is. */
export function litBy(hovered: ViewState['hovered'], analysis: BlockAnalysis | null): ((tx: number) => boolean) | null {
  if (hovered === null) return null;
  if ('tx' in hovered) return (tx) => tx === hovered.tx;
  if (!analysis) return null;
  const touching = transactionsTouching(analysis, hovered.location);
  return (tx) => touching.has(tx);
}
