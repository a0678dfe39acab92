import { formatTime } from '../../chart/format-time.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import type { AccessListFigures, RunReport } from '../../model/run.ts';
import { Hint } from '../common/Hint.tsx';
import { BulletBar } from './BulletBar.tsx';
import styles from './Figures.module.css';
import { shortHash } from '../common/short-hash.ts';
import { LaneUse } from './LaneUse.tsx';

/** The run in sentences with one strong number each. */
export function FigureList({ report }: { report: RunReport }) {
  const { metrics } = report;
  const unit = CLOCK_UNIT[metrics.clock];
  const time = (value: number): string => formatTime(value, unit);
  const { aborts, lanes } = metrics;
  return (
    <div className={styles.list}>
      <ClockMark clock={metrics.clock} />
      <span className={styles.figure}>
        <strong className={styles.strong}>{factor(metrics.speedup)}</strong> speed-up
        <BulletBar speedup={metrics.speedup} bound={metrics.bound} proven={report.check.equal} />
        <Hint text={boundReason(report)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
          <span tabIndex={0}>bound {factor(metrics.bound)}</span>
        </Hint>
      </span>
      <span className={styles.figure}>
        <strong className={styles.strong}>{time(metrics.makespan)}</strong> makespan of {time(metrics.work)} work,{' '}
        {time(metrics.criticalPath)} {metrics.engine === 'block-access-list' ? 'longest transaction' : 'critical path'}
      </span>
      <span className={styles.figure}>
        <strong className={styles.strong}>{Math.round(metrics.efficiency * 100)}%</strong> useful work on {lanes}{' '}
        {lanes === 1 ? 'lane' : 'lanes'}
        <LaneUse utilisation={metrics.utilisation} />
      </span>
      <span className={styles.figure}>
        <strong className={styles.strong}>{aborts.toLocaleString('en')}</strong> {aborts === 1 ? 'abort' : 'aborts'}
        {metrics.reexecutedGas > 0 && `, ${formatTime(metrics.reexecutedGas, 'gas')} gas twice`}
      </span>
      {report.accessList && <AccessListFigure list={report.accessList} />}
    </div>
  );
}

/** The list that the block came with: its size, whether it is too long, and what the header says of it. */
function AccessListFigure({ list }: { list: AccessListFigures }) {
  const { bytes, items, mostItems, hash } = list;
  const limit = `${items.toLocaleString('en')} of at most ${mostItems.toLocaleString('en')} items`;
  const text = `The block access list: ${limit} (gas limit ÷ 2,000), ${list.changes.toLocaleString('en')} changes. The header carries its hash, ${hash}.`;
  return (
    <span className={styles.figure}>
      <strong className={styles.strong}>{bytes.toLocaleString('en')}</strong> bytes of list,{' '}
      <Hint text={text}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
        <span tabIndex={0}>
          {items > mostItems ? `too long: ${limit}` : limit}, hash <code>{shortHash(hash)}</code>
        </span>
      </Hint>
    </span>
  );
}

const factor = (value: number): string => `${value.toFixed(2)}×`;

function ClockMark({ clock }: { clock: RunReport['metrics']['clock'] }) {
  const text =
    clock === 'virtual'
      ? 'Time is modelled: real EVMs, timed in gas by the cost model of this scenario.'
      : 'Time is measured on this machine with the wall clock. Another run will differ a little.';
  return (
    <Hint text={text}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
      <span className={styles.clock} data-clock={clock} tabIndex={0}>
        {clock === 'virtual' ? 'modelled' : 'measured'}
      </span>
    </Hint>
  );
}

/** What the bound comes from: the number of lanes, or the heaviest chain. */
function boundReason({ metrics }: RunReport): string {
  const unit = CLOCK_UNIT[metrics.clock];
  if (metrics.bound >= metrics.lanes)
    return `${metrics.lanes} lanes can’t be more than ${metrics.lanes} times as fast as one.`;
  const chain = formatTime(metrics.criticalPath, unit);
  if (metrics.engine === 'block-access-list') {
    return `Nobody waits, but the longest transaction takes ${chain}: ${formatTime(metrics.work, unit)} of work ÷ ${chain} = ${factor(metrics.bound)}.`;
  }
  return `The heaviest chain of dependencies takes ${chain} however many lanes there are: ${formatTime(metrics.work, unit)} of work ÷ ${chain} = ${factor(metrics.bound)}.`;
}
