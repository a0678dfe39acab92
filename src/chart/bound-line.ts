import { chart as texts } from '#texts/chart.ts';
import type { ConflictGraph } from '../model/graph.ts';
import type { RunReport } from '../model/run.ts';
import { formatTime, type TimeUnit } from './format-time.ts';

export interface BoundLine {
  /** The least time any such schedule could take. */
  readonly at: number;
  readonly label: string;
}

/**
 * The yellow line: what no schedule on as many lanes can beat. `race` heeds no dependency, so that its own bound says little; its
 * makespan is held against what a correct schedule needs, which it may well undercut. (In virtual time; a graph knows
 * gas, not microseconds.) Free order makes another block of it, whose dependencies are others.
 */
export function boundLine(
  { metrics, check }: Pick<RunReport, 'metrics' | 'check'>,
  graph: ConflictGraph | null,
  unit: TimeUnit,
): BoundLine | null {
  const { engine, clock, work, bound, lanes } = metrics;
  if (work === 0) return null;
  const line = (at: number, who: string) => ({ at, label: texts.canBeat(who, formatTime(at, unit)) });
  if (engine === 'race') {
    if (clock === 'virtual' && graph) {
      return line(Math.max(graph.figures.criticalPathGas, work / lanes), texts.noCorrectSchedule);
    }
    return line(work / bound, texts.evenWithoutWaitingNoSchedule);
  }
  return line(work / bound, check.order ? texts.inThisOrderNoSchedule : texts.noSchedule);
}
