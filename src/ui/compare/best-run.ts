import { comparing as texts } from '#texts/comparing.ts';
import { timesOneLane } from '../../analysis/metrics.ts';
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
  /** What keeps all runs from being faster than one lane, where that is so and more than one was tried. */
  readonly noGain: string | null;
  /** The same of those that haven't got all values beforehand, where the best has, and gains by it. */
  readonly withoutList: { readonly best: RightRun; readonly noGain: string | null } | undefined;
}

/** The fastest of the runs whose result is right; null when there is none. */
export function findBest(runs: readonly WayRun[]): Best | null {
  const best = bestOf(runs);
  if (!best) return null;
  const noGain = noGainOf(best, runs);
  // A list of all values is made by somebody who has executed the block before: who hasn't got one wants to know, too.
  const others = runs.filter(({ way }) => !waitsForNobody(way.engine));
  const bestOther = waitsForNobody(best.way.engine) && noGain === null ? bestOf(others) : undefined;
  return { best, noGain, withoutList: bestOther && { best: bestOther, noGain: noGainOf(bestOther, others) } };
}

/** The same in sentences, for where nothing can be emphasized. */
export function bestSentences(runs: readonly WayRun[]): readonly string[] {
  const found = findBest(runs);
  if (!found) return [];
  const { best, withoutList, noGain } = found;
  const told = ({ way, metrics }: RightRun): string => `${wayName(way)}${figuresAndLimit({ way, metrics })}`;
  return [
    noGain === null ? `${texts.fastestWithASerialResult}${told(best)}` : texts.noneIsFasterThanOneLane(noGain),
    ...(withoutList ? [texts.withoutTheList + withoutListSentence(withoutList, told)] : []),
  ];
}

function withoutListSentence(
  { best, noGain }: NonNullable<Best['withoutList']>,
  told: (run: RightRun) => string,
): string {
  return noGain === null ? told(best) : texts.noneOfThoseIsFaster(noGain);
}

/** What follows the name of a run: its speed-up, its bound, and what keeps it from more. */
export function figuresAndLimit({ way, metrics }: RightRun): string {
  const { speedup, bound, oneLane, work } = metrics;
  const against = oneLane > work ? texts.againstOneLane(timesOneLane(metrics).toFixed(2)) : '';
  return texts.figuresAndLimit(speedup.toFixed(2), bound.toFixed(2), against, limitOf(way, metrics));
}

/** Why the best gains nothing; null where it does. The reason is that of a run with lanes to spare: that one lane is kept busy explains nothing. */
function noGainOf(best: RightRun, runs: readonly WayRun[]): string | null {
  if (timesOneLane(best.metrics) > 1 + AS_GOOD || runs.every(({ way }) => way.lanes === 1)) return null;
  const most = Math.max(...runs.map(({ way }) => way.lanes));
  const widest = bestOf(runs.filter(({ way }) => way.lanes === most)) ?? best;
  return limitOf(widest.way, widest.metrics);
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
