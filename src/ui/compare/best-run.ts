import { comparing as texts } from '#texts/comparing.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { RunMetrics } from '../../model/run.ts';
import { waitsForNobody } from '../../model/waits-for-nobody.ts';
import type { Way } from '../../store/compare/points.ts';
import type { WayRun } from './SideBySide.tsx';
import { wayName } from './way-name.ts';

/** Fewer lanes that are as good, to within this share of the speed-up, are better. */
const AS_GOOD = 0.005;

/** A run whose result is right. */
export interface RightRun {
  readonly way: Way;
  readonly metrics: RunMetrics;
}

export interface Best {
  readonly best: RightRun;
  /** The best of those that haven't got all values beforehand, where the best has. */
  readonly withoutList: RightRun | undefined;
  /** Why no run is faster than one lane, where that is so and more than one was tried. */
  readonly noGain: string | null;
}

/** The fastest of the runs whose result is right; null when there is none. */
export function findBest(runs: readonly WayRun[]): Best | null {
  const best = bestOf(runs);
  if (!best) return null;
  // A list of all values is made by somebody who has executed the block before: who hasn't got one wants to know, too.
  const withoutList = waitsForNobody(best.way.engine)
    ? bestOf(runs.filter(({ way }) => !waitsForNobody(way.engine)))
    : undefined;
  const gains = best.metrics.speedup > 1 + AS_GOOD || runs.every(({ way }) => way.lanes === 1);
  return { best, withoutList, noGain: gains ? null : noGain(runs) };
}

/** The same in sentences, for where nothing can be emphasized. */
export function bestSentences(runs: readonly WayRun[]): readonly string[] {
  const found = findBest(runs);
  if (!found) return [];
  const { best, withoutList, noGain } = found;
  const told = ({ way, metrics }: RightRun): string => `${wayName(way)}${figuresAndLimit({ way, metrics })}`;
  return [
    noGain ?? `${texts.fastestWithASerialResult}${told(best)}`,
    ...(withoutList ? [`${texts.withoutTheList}${told(withoutList)}`] : []),
  ];
}

/** What follows the name of a run: its speed-up, its bound, and what keeps it from more. */
export function figuresAndLimit({ way, metrics }: RightRun): string {
  return texts.figuresAndLimit(metrics.speedup.toFixed(2), metrics.bound.toFixed(2), limitOf(way, metrics));
}

/** The reason is that of a run with lanes to spare: that one lane is kept busy explains nothing. */
function noGain(runs: readonly WayRun[]): string | null {
  const most = Math.max(...runs.map(({ way }) => way.lanes));
  const widest = bestOf(runs.filter(({ way }) => way.lanes === most)) ?? bestOf(runs);
  return widest ? texts.noneIsFasterThanOneLane(limitOf(widest.way, widest.metrics)) : null;
}

function bestOf(runs: readonly WayRun[]): RightRun | undefined {
  const right = runs.flatMap(({ way, run }) =>
    run.kind === 'done' && run.equal ? [{ way, metrics: run.metrics }] : [],
  );
  const top = right.reduce((most, { metrics }) => Math.max(most, metrics.speedup), 0);
  return right
    .filter(({ metrics }) => metrics.speedup >= top * (1 - AS_GOOD))
    .sort((a, b) => a.way.lanes - b.way.lanes || b.metrics.speedup - a.metrics.speedup)[0];
}

/** What stands between the speed-up and more. */
function limitOf({ engine, lanes }: Way, metrics: RunMetrics): string {
  const { speedup, bound, work, criticalPath, aborts, reexecutedGas } = metrics;
  const words = waitsForNobody(engine) ? texts.theLongestTransaction : texts.theHeaviestChainOfDependencies;
  const noBetter = waitsForNobody(engine) ? texts.noScheduleCanDoBetter : texts.noWaitingScheduleCanDoBetter;
  const chain = words(formatTime(criticalPath, 'gas'), formatTime(work, 'gas'));
  if (speedup >= bound * 0.98) {
    return bound >= lanes ? texts.allAreKeptBusy(lanes) : noBetter(chain);
  }
  const lost = aborts > 0 ? texts.gasWereExecutedInVain(formatTime(reexecutedGas, 'gas')) : '';
  return `${bound >= lanes ? texts.withMoreLanesTheBound : texts.theBoundIsSetBy(chain)}.${lost}`;
}
