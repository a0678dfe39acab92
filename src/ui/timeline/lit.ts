import type { BlockAnalysis } from '../../drivers/runner.ts';
import type { Location } from '../../model/location.ts';
import type { ViewState } from '../../store/app.ts';

/** Whether a transaction is lit while something is hovered, in whichever view; null when nothing is. */
export type Lit = ((tx: number) => boolean) | null;

/** The transactions that read or write `location` in serial execution. */
function transactionsTouching(analysis: BlockAnalysis, location: Location): ReadonlySet<number> {
  const touching = new Set<number>();
  analysis.serial.executions.forEach(({ recording }, tx) => {
    const isIt = (access: { readonly location: Location }) => access.location === location;
    if (recording.reads.some(isIt) || recording.writes.some(isIt)) touching.add(tx);
  });
  return touching;
}

/** The same answer, the very same function, as long as the same thing is hovered: so that a view sees that nothing has changed. */
export function createLit(): (hovered: ViewState['hovered'], analysis: BlockAnalysis | null) => Lit {
  let last: {
    readonly hovered: ViewState['hovered'];
    readonly analysis: BlockAnalysis | null;
    readonly lit: Lit;
  } | null = null;
  return (hovered, analysis) => {
    if (last?.hovered !== hovered || last.analysis !== analysis)
      last = { hovered, analysis, lit: litBy(hovered, analysis) };
    return last.lit;
  };
}

function litBy(hovered: ViewState['hovered'], analysis: BlockAnalysis | null): Lit {
  if (hovered === null) return null;
  if ('tx' in hovered) return (tx) => tx === hovered.tx;
  if (!analysis) return null;
  const touching = transactionsTouching(analysis, hovered.location);
  return (tx) => touching.has(tx);
}
