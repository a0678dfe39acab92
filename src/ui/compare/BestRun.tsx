import { comparing as texts } from '#texts/comparing.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { RunMetrics } from '../../model/run.ts';
import type { WayRun } from './SideBySide.tsx';
import { lanesText, wayName } from './way-name.ts';
import styles from './SideBySide.module.css';

/** Fewer lanes that are as good, to within this share of the speed-up, are better. */
const AS_GOOD = 0.005;

/** Which of the runs whose result is right is the fastest, and what keeps it from being faster. */
export function BestRun({ runs }: { runs: readonly WayRun[] }) {
  const best = bestOf(runs);
  if (!best) return null;
  const { way, metrics } = best;
  return (
    <p className={styles.best} role="status">
      {texts.fastestWithASerialResult}
      <strong>{wayName(way)}</strong>, {metrics.speedup.toFixed(2)}
      {texts.ofAtMost} {metrics.bound.toFixed(2)}×. {limitOf(metrics)}
    </p>
  );
}

function bestOf(runs: readonly WayRun[]) {
  const right = runs.flatMap(({ way, run }) =>
    run.kind === 'done' && run.equal ? [{ way, metrics: run.metrics }] : [],
  );
  const top = right.reduce((most, { metrics }) => Math.max(most, metrics.speedup), 0);
  return right
    .filter(({ metrics }) => metrics.speedup >= top * (1 - AS_GOOD))
    .sort((a, b) => a.way.lanes - b.way.lanes || b.metrics.speedup - a.metrics.speedup)[0];
}

/** What stands between the speed-up and more. */
function limitOf({ speedup, bound, lanes, work, criticalPath, aborts, reexecutedGas }: RunMetrics): string {
  const chain = texts.theHeaviestChainOfDependencies(formatTime(criticalPath, 'gas'), formatTime(work, 'gas'));
  if (speedup >= bound * 0.98) {
    return bound >= lanes ? texts.allAreKeptBusy(lanesText(lanes)) : texts.noScheduleCanDoBetter(chain);
  }
  const lost = aborts > 0 ? texts.gasWereExecutedInVain(formatTime(reexecutedGas, 'gas')) : '';
  return `${bound >= lanes ? texts.withMoreLanesTheBound : texts.theBoundIsSetBy(chain)}.${lost}`;
}
