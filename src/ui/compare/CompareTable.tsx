import { comparing as texts } from '#texts/comparing.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { Way } from '../../store/compare/points.ts';
import { wayKey } from '../../store/compare/points.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { BulletBar } from '../figures/BulletBar.tsx';
import type { DoneRun, WayRun } from './SideBySide.tsx';
import controls from '../common/controls.module.css';
import styles from './CompareTable.module.css';

const number = (value: number): string => value.toLocaleString('en-US');

/** The figures of all runs, the fastest first; what was refused last, with the reason. */
export function CompareTable({ runs, onOpen }: { runs: readonly WayRun[]; onOpen: (way: Way) => void }) {
  const sorted = [...runs].sort((a, b) => timeOf(a) - timeOf(b));
  if (sorted.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={texts.figuresOfTheRuns} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.engine}</th>
            <th scope="col">{texts.lanes}</th>
            <th scope="col">{texts.makespan}</th>
            <th scope="col">{texts.speedUp}</th>
            <th scope="col">{texts.besideItsBound}</th>
            <th scope="col">{texts.efficiency}</th>
            <th scope="col">{texts.aborts}</th>
            <th scope="col">{texts.gasInVain}</th>
            <th scope="col">{texts.events}</th>
            <th scope="col">{texts.serialCheck}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ way, run }) => (
            <tr key={wayKey(way)}>
              <th scope="row">
                <button type="button" className={controls.link} title={texts.openThisRun} onClick={() => onOpen(way)}>
                  {ENGINE_TEXT[way.engine].name}
                </button>
              </th>
              <td>{way.lanes}</td>
              {run.kind === 'done' ? (
                <Cells run={run} />
              ) : (
                <td colSpan={8}>
                  {texts.notRun}
                  {run.refusal.message}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ run: { metrics, equal, ownOrder, eventCount } }: { run: DoneRun }) {
  return (
    <>
      <td title={texts.gas(number(metrics.makespan))}>{formatTime(metrics.makespan, 'gas')}</td>
      <td>{metrics.speedup.toFixed(2)}×</td>
      <td className={styles.bar}>
        <BulletBar speedup={metrics.speedup} bound={metrics.bound} proven={equal} /> {metrics.bound.toFixed(2)}×
      </td>
      <td>{Math.round(metrics.efficiency * 100)}%</td>
      <td>{number(metrics.aborts)}</td>
      <td>{metrics.reexecutedGas > 0 ? formatTime(metrics.reexecutedGas, 'gas') : '0'}</td>
      <td>{number(eventCount)}</td>
      <td className={equal ? styles.right : styles.wrong}>
        {equal ? (ownOrder ? texts.equalInItsOwnOrder : texts.equal) : texts.differs}
      </td>
    </>
  );
}

const timeOf = ({ run }: WayRun): number => (run.kind === 'done' ? run.metrics.makespan : Number.POSITIVE_INFINITY);
