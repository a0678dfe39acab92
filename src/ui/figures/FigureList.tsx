import { figures as texts } from '#texts/figures.ts';
import { timesOneLane } from '../../analysis/metrics.ts';
import { formatTime } from '../../chart/format-time.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import type { AccessListFigures, RunReport } from '../../model/run.ts';
import { useView } from '../common/app-context.tsx';
import { Hint } from '../common/Hint.tsx';
import { Term } from '../common/Term.tsx';
import { BulletBar } from './BulletBar.tsx';
import styles from './Figures.module.css';
import { shortHash } from '../common/short-hash.ts';
import { late } from '../common/late.tsx';
import { LaneUse } from './LaneUse.tsx';

const MeasuredFigures = late(() => import('../measured/MeasuredFigures.tsx').then((m) => m.MeasuredFigures));

/** The run in sentences with one strong number each. */
export function FigureList({ report }: { report: RunReport }) {
  const { metrics } = report;
  const unit = CLOCK_UNIT[metrics.clock];
  const time = (value: number): string => formatTime(value, unit);
  const { aborts, blocked, lanes } = metrics;
  return (
    <div className={styles.list}>
      <ClockMark clock={metrics.clock} />
      <span className={styles.figure} data-figure="speedup bound speedupBound">
        <strong className={styles.strong}>{factor(metrics.speedup)}</strong>{' '}
        <Term term="speed-up">{texts.speedUp}</Term>
        <Said figure="speedup" format={factor} />
        <BulletBar speedup={metrics.speedup} bound={metrics.bound} proven={report.check.equal} />
        <Hint text={boundReason(report)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
          <span tabIndex={0}>
            {texts.bound}
            {factor(metrics.bound)}
          </span>
        </Hint>
        {report.check.equal && metrics.oneLane > metrics.work && <AgainstOneLane metrics={metrics} />}
      </span>
      <span className={styles.figure} data-figure="makespan work criticalPath lowerBound">
        <strong className={styles.strong}>{time(metrics.makespan)}</strong>{' '}
        <span>
          <Term term="makespan">{texts.makespan}</Term>
          {texts.of}
          {time(metrics.work)} <Term term="work">{texts.work}</Term>, {time(metrics.criticalPath)}{' '}
          {metrics.engine === 'block-access-list' ? (
            texts.longestTransaction
          ) : (
            <Term term="critical path">{texts.criticalPath}</Term>
          )}
        </span>
        <Said figure="makespan" format={time} />
      </span>
      <span className={styles.figure} data-figure="efficiency lanesUsed">
        <strong className={styles.strong}>{Math.round(metrics.efficiency * 100)}%</strong>
        {texts.usefulWorkOn}
        {lanes} {lanes === 1 ? texts.lane : texts.lanes}
        <LaneUse utilisation={metrics.utilisation} />
      </span>
      <span className={styles.figure} data-figure="aborts reexecutedGas incarnations">
        <strong className={styles.strong}>{aborts.toLocaleString('en')}</strong>{' '}
        <Term term="abort">{aborts === 1 ? texts.abort : texts.aborts}</Term>
        <Said figure="aborts" format={String} />
        {metrics.reexecutedGas > 0 && texts.gasTwice(formatTime(metrics.reexecutedGas, 'gas'), blocked)}
      </span>
      {metrics.clock === 'measured' && <MeasuredFigures report={report} />}
      {report.accessList && <AccessListFigure list={report.accessList} />}
    </div>
  );
}

/** Where costs keep one lane, too, from a speed-up of 1: how the run compares with that. */
function AgainstOneLane({ metrics }: Pick<RunReport, 'metrics'>) {
  const { oneLane, work } = metrics;
  return (
    <Hint text={texts.workCountsNoOverheads(formatTime(oneLane, 'gas'), formatTime(work, 'gas'))}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
      <span tabIndex={0}>{texts.asFastAsOneLane(factor(timesOneLane(metrics)))}</span>
    </Hint>
  );
}

/** The list that the block came with: its size, whether it is too long, and what the header says of it. */
function AccessListFigure({ list }: { list: AccessListFigures }) {
  const { bytes, items, mostItems, hash } = list;
  const limit = texts.ofAtMostItems(items.toLocaleString('en'), mostItems.toLocaleString('en'));
  const text = texts.theBlockAccessListGas(limit, list.changes.toLocaleString('en'), hash);
  return (
    <span className={styles.figure}>
      <strong className={styles.strong}>{bytes.toLocaleString('en')}</strong>
      {texts.bytesOfList}{' '}
      <Hint text={text}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
        <span tabIndex={0}>
          {items > mostItems ? texts.tooLong(limit) : limit}
          {texts.hash}
          <code>{shortHash(hash)}</code>
        </span>
      </Hint>
    </span>
  );
}

/** What somebody predicted, beside what came. */
function Said({ figure, format }: { figure: string; format: (value: number) => string }) {
  const said = useView(({ marks }) => (marks.figure?.name === figure ? marks.figure.said : null));
  return said === null ? null : <em className={styles.said}>{texts.youSaid(format(said))}</em>;
}

const factor = (value: number): string => `${value.toFixed(2)}×`;

function ClockMark({ clock }: { clock: RunReport['metrics']['clock'] }) {
  const text = clock === 'virtual' ? texts.timeIsModelledRealEvms : texts.timeIsMeasuredOnThis;
  return (
    <Hint text={text}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
      <span className={styles.clock} data-clock={clock} tabIndex={0}>
        {clock === 'virtual' ? texts.modelled : texts.measured}
      </span>
    </Hint>
  );
}

/** What the bound comes from: the number of lanes, or the heaviest chain. */
function boundReason({ metrics }: RunReport): string {
  const unit = CLOCK_UNIT[metrics.clock];
  if (metrics.bound >= metrics.lanes) return texts.lanesCantBeMoreThan(metrics.lanes);
  const chain = formatTime(metrics.criticalPath, unit);
  if (metrics.engine === 'block-access-list') {
    return texts.nobodyWaitsButTheLongest(chain, formatTime(metrics.work, unit), factor(metrics.bound));
  }
  return texts.theHeaviestChainOfDependencies(chain, formatTime(metrics.work, unit), factor(metrics.bound));
}
