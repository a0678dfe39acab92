import { comparing as texts } from '#texts/comparing.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { formatTime } from '../../chart/format-time.ts';
import { waitsForNobody } from '../../model/waits-for-nobody.ts';
import type { RunMetrics } from '../../model/run.ts';
import type { Way } from '../../store/compare/points.ts';
import type { WayRun } from './SideBySide.tsx';
import { wayName } from './way-name.ts';
import styles from './SideBySide.module.css';

/** Fewer lanes that are as good, to within this share of the speed-up, are better. */
const AS_GOOD = 0.005;

/** Which of the runs whose result is right is the fastest, and what keeps it from being faster. `quiet`: it changes too often to be told aloud. */
export function BestRun({ runs, quiet = false }: { runs: readonly WayRun[]; quiet?: boolean }) {
  const best = bestOf(runs);
  if (!best) return null;
  // A list of all values is made by somebody who has executed the block before: who hasn't got one wants to know, too.
  const withoutList = waitsForNobody(best.way.engine)
    ? bestOf(runs.filter(({ way }) => !waitsForNobody(way.engine)))
    : undefined;
  const gains = best.metrics.speedup > 1 + AS_GOOD || runs.every(({ way }) => way.lanes === 1);
  return (
    <div className={styles.best} role={quiet ? undefined : 'status'}>
      <p>
        {gains ? (
          <>
            {texts.fastestWithASerialResult}
            <Told of={best} />
          </>
        ) : (
          texts.noneIsFasterThanOneLane(limitOf(best.way, best.metrics))
        )}
      </p>
      {withoutList && (
        <p>
          {texts.withoutTheList}
          <Told of={withoutList} />
        </p>
      )}
    </div>
  );
}

function Told({ of: { way, metrics } }: { of: Right }) {
  return (
    <>
      <strong>{wayName(way)}</strong>, {metrics.speedup.toFixed(2)}
      {texts.ofAtMost} {metrics.bound.toFixed(2)}×. {limitOf(way, metrics)}{' '}
      <span className={styles.sentence}>{ENGINE_TEXT[way.engine].sentence}</span>
    </>
  );
}

/** A run whose result is right. */
interface Right {
  readonly way: Way;
  readonly metrics: RunMetrics;
}

function bestOf(runs: readonly WayRun[]): Right | undefined {
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
  const chain = words(formatTime(criticalPath, 'gas'), formatTime(work, 'gas'));
  if (speedup >= bound * 0.98) {
    return bound >= lanes ? texts.allAreKeptBusy(lanes) : texts.noScheduleCanDoBetter(chain);
  }
  const lost = aborts > 0 ? texts.gasWereExecutedInVain(formatTime(reexecutedGas, 'gas')) : '';
  return `${bound >= lanes ? texts.withMoreLanesTheBound : texts.theBoundIsSetBy(chain)}.${lost}`;
}
