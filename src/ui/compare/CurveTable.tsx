import { comparing as texts } from '#texts/comparing.ts';
import type { EngineId } from '../../model/settings.ts';
import type { Way } from '../../store/compare/points.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import type { WayRun } from './SideBySide.tsx';
import { lanesText } from './way-name.ts';
import controls from '../common/controls.module.css';
import styles from './CompareTable.module.css';

interface CurveTableProps {
  readonly engines: readonly EngineId[];
  /** Numbers of lanes. */
  readonly counts: readonly number[];
  readonly runs: readonly WayRun[];
  readonly onOpen: (way: Way) => void;
}

/** The curve's twin in figures: an engine a row, a number of lanes a column. */
export function CurveTable({ engines, counts, runs, onOpen }: CurveTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={texts.theScalingCurveAsA} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.speedUp}</th>
            {counts.map((lanes) => (
              <th key={lanes} scope="col">
                {lanesText(lanes)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {engines.map((engine) => (
            <tr key={engine}>
              <th scope="row">{ENGINE_TEXT[engine].name}</th>
              {counts.map((lanes) => {
                const found = runs.find(({ way }) => way.engine === engine && way.lanes === lanes);
                return (
                  <td key={lanes}>
                    {found?.run.kind === 'done' && (
                      <button
                        type="button"
                        className={controls.link}
                        aria-label={texts.onOpenThisRun(
                          ENGINE_TEXT[engine].name,
                          lanesText(lanes),
                          found.run.metrics.speedup.toFixed(2),
                        )}
                        onClick={() => onOpen(found.way)}
                      >
                        {found.run.metrics.speedup.toFixed(2)}×
                      </button>
                    )}
                    {found?.run.kind === 'done' && !found.run.equal && (
                      <span className={styles.wrong}>{texts.differsMark}</span>
                    )}
                    {found?.run.kind === 'refused' && <span title={found.run.refusal.message}>{texts.refused}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Refusals runs={runs} />
    </section>
  );
}

/** Why there are gaps, each reason once. */
function Refusals({ runs }: { runs: readonly WayRun[] }) {
  const reasons = new Map<string, string>();
  for (const { way, run } of runs) {
    if (run.kind === 'refused') reasons.set(run.refusal.message, ENGINE_TEXT[way.engine].name);
  }
  return [...reasons].slice(0, 3).map(([message, name]) => (
    <p key={message} className={styles.reason}>
      {name}
      {texts.wasRefused}
      {message}
    </p>
  ));
}
