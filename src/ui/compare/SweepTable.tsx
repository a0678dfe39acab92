import { comparing as texts } from '#texts/comparing.ts';
import type { LineChart } from '../../chart/compare/line-chart.ts';
import styles from './CompareTable.module.css';

/** The sweep's twin in figures: the mean at each value, and the spread of the seeds. */
export function SweepTable({ chart }: { chart: LineChart }) {
  const values = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={texts.theSweepAsATable} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              {chart.y.label}
              {texts.byBetween}
              {chart.x.label}
            </th>
            {values.map((value) => (
              <th key={value} scope="col">
                {chart.x.format(value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.series.map(({ id, label, points }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {values.map((value) => {
                const point = points.find(({ x }) => x === value);
                const spread =
                  point?.low === undefined
                    ? ''
                    : texts.spread(point.low.toFixed(2), (point.high ?? point.low).toFixed(2));
                return (
                  <td key={value} title={spread || undefined}>
                    {point?.y.toFixed(2)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
