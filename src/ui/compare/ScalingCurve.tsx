import { useMemo, useState } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { type AmdahlFit, fitAmdahl, followsAmdahl } from '../../chart/compare/amdahl.ts';
import { scalingChart } from '../../chart/compare/scaling-chart.ts';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import type { Comparison } from '../../store/compare/comparison.ts';
import { runsToCsv } from '../../store/compare/csv.ts';
import { isEngineChoice } from '../../store/compare/kept-choice.ts';
import { laneCounts, type Way, wayKey } from '../../store/compare/points.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { useDocument } from '../common/app-context.tsx';
import { useKeptState } from '../common/use-kept-state.ts';
import { BestRun } from './BestRun.tsx';
import { Chips } from './Chips.tsx';
import { CurveTable } from './CurveTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { CostNotes } from './CostNotes.tsx';
import { costNotes, curveHeading } from './headings.ts';
import { lineChartPicture } from './line-chart-picture.ts';
import { LineChartView } from './LineChartView.tsx';
import type { DoneRun, WayRun } from './SideBySide.tsx';
import { lookOfEngine } from './look-of-engine.ts';
import { markWrong } from './mark-wrong.ts';
import { titledPicture } from './titled-picture.ts';
import { useWays } from './use-comparison.ts';
import { wayName } from './way-name.ts';
import styles from './SideBySide.module.css';

/** Speed-up of every engine on 1 to 64 lanes, and on as many as the document has, against what no schedule can beat, and against Amdahl's law. */
export function ScalingCurve({ comparison, onOpen }: { comparison: Comparison; onOpen: (way: Way) => void }) {
  const [engines, setEngines] = useKeptState<readonly EngineId[]>(
    'engines of the curve',
    isEngineChoice,
    () => ENGINE_IDS,
  );
  const [fitted, setFitted] = useState<EngineId | 'best'>('best');
  const scenario = useDocument((document) => document.scenario);
  const own = scenario.settings.lanes;
  const counts = useMemo(() => laneCounts(own), [own]);
  const ways = useMemo(
    () => engines.flatMap((engine) => counts.map((lanes) => ({ engine, lanes }))),
    [engines, counts],
  );
  const { runs } = useWays(comparison, ways, false);
  const known = useMemo(
    () =>
      ways.flatMap((way): WayRun[] => {
        const run = runs.get(wayKey(way));
        return run ? [{ way, run }] : [];
      }),
    [ways, runs],
  );
  const done = useMemo(
    () => known.filter((entry): entry is { way: Way; run: DoneRun } => entry.run.kind === 'done'),
    [known],
  );
  const best = useMemo(
    () =>
      done
        .filter(({ run }) => run.equal)
        .reduce<(typeof done)[number] | null>(
          (top, entry) => (!top || entry.run.metrics.speedup > top.run.metrics.speedup ? entry : top),
          null,
        ),
    [done],
  );
  const fitEngine = fitted !== 'best' && engines.includes(fitted) ? fitted : (best?.way.engine ?? null);
  const fit = useMemo(() => {
    const of = done.filter(({ way }) => way.engine === fitEngine);
    const found = fitAmdahl(of.map(({ way, run }) => ({ lanes: way.lanes, speedup: run.metrics.speedup })));
    return found && fitEngine && { ...found, to: ENGINE_TEXT[fitEngine].name };
  }, [done, fitEngine]);
  const chart = useMemo(() => {
    const curves = engines.map((engine) => {
      const of = done.filter(({ way }) => way.engine === engine);
      // One lane, whatever their number: its figures don't say so.
      const metrics = of.map(({ way, run }) => ({ ...run.metrics, lanes: way.lanes }));
      return { id: engine, label: ENGINE_TEXT[engine].name, metrics };
    });
    const drawn = scalingChart({ curves, lanes: counts, threads: navigator.hardwareConcurrency, fit });
    return markWrong(
      drawn,
      done.flatMap(({ way, run }) => (run.equal ? [] : [way.engine])),
    );
  }, [engines, done, fit, counts]);
  const describe = (engine: string, lanes: number): string => {
    const entry = done.find(({ way }) => way.engine === engine && way.lanes === lanes);
    if (!entry) return '';
    const { speedup, bound, aborts } = entry.run.metrics;
    const wrong = entry.run.equal ? '' : texts.resultDiffersFromSerial;
    return texts.ofAtMostAbortsEnter(wayName(entry.way), speedup.toFixed(2), bound.toFixed(2), aborts, wrong);
  };

  return (
    <div className={styles.side}>
      <div className={styles.choice}>
        <Chips
          label={texts.engines}
          all={ENGINE_IDS}
          chosen={engines}
          nameOf={(id) => ENGINE_TEXT[id].name}
          hintOf={(id) => ENGINE_TEXT[id].sentence}
          onChange={setEngines}
        />
      </div>
      <div className={styles.body}>
        <BestRun runs={known} quiet />
        <div className={styles.line}>
          <p className={styles.fit}>
            {texts.amdahlsLawFittedTo}{' '}
            <select
              aria-label={texts.engineThatAmdahlsLawIs}
              value={fitted}
              onChange={({ target }) => setFitted(target.value as EngineId | 'best')}
            >
              <option value="best">
                {texts.theBest}
                {best ? ` (${ENGINE_TEXT[best.way.engine].name})` : ''}
              </option>
              {engines.filter(usesLanes).map((id) => (
                <option key={id} value={id}>
                  {ENGINE_TEXT[id].name}
                </option>
              ))}
            </select>
            {fit && (followsAmdahl(fit) ? texts.follows : texts.doesNotFollow)(fitWords(fit))}
          </p>
          <ExportButtons
            name="scaling-curve"
            picture={() =>
              done.length > 0
                ? titledPicture(lineChartPicture(chart, lookOfEngine), curveHeading(scenario, known))
                : null
            }
            toCsv={() => runsToCsv(known)}
          />
        </div>
        <CostNotes notes={costNotes(scenario, engines)} />
        <LineChartView
          chart={chart}
          label={texts.speedUpAgainstLanes}
          lookOf={lookOfEngine}
          describe={({ id }, { x }) => describe(id, x)}
          onOpen={({ id }, { x }) => onOpen({ engine: id as EngineId, lanes: x })}
        />
        <CurveTable engines={engines} counts={counts} runs={known} onOpen={onOpen} />
      </div>
    </div>
  );
}

/** One lane stays one lane: there is nothing to fit. */
const usesLanes = (id: EngineId): boolean => id !== 'sequential';

const fitWords = ({ serialShare, error, relativeError }: AmdahlFit) => ({
  serial: (serialShare * 100).toFixed(1),
  error: error.toFixed(2),
  percent: (relativeError * 100).toFixed(0),
});
