import { papers as texts } from '#texts/papers.ts';
import { EXPERIMENTS, measureOf, type PublishedCurve } from '../../store/papers/experiments.ts';
import type { PublishedFigure } from '../../workloads/published/published.ts';
import { curveName, distanceFrom, figureText, formatFigure, type PaperPicture } from './paper-chart.ts';
import styles from '../compare/CompareTable.module.css';

/** Every published figure with ours at the same lanes, and how far they are apart. */
export function BesideTable({ experiment, variant, measure, samples }: PaperPicture) {
  const published = EXPERIMENTS[experiment].published(variant).filter((curve) => curve.measure === measure);
  if (published.length === 0) return null;
  const oursFor = ({ against }: PublishedCurve, { lanes }: PublishedFigure): number | null => {
    const found = samples
      .filter((sample) => sample.curve === against && (lanes === null || sample.lanes === lanes))
      .map((sample) => measureOf(sample.metrics, measure, sample.transactions));
    return found.length > 0 ? Math.max(...found) : null;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={texts.besideTable} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.measures[measure].name}</th>
            <th scope="col">{texts.lanes}</th>
            <th scope="col">{texts.published}</th>
            <th scope="col">{texts.ours}</th>
            <th scope="col">{texts.difference}</th>
          </tr>
        </thead>
        <tbody>
          {published.flatMap((curve) =>
            curve.figures.map((figure) => {
              const ours = oursFor(curve, figure);
              return (
                <tr key={`${curve.id} ${figure.lanes}`}>
                  <th scope="row">{curveName(experiment, curve.id)}</th>
                  <td>{figure.lanes ?? texts.bestOfAll}</td>
                  <td>{figureText(measure, figure)}</td>
                  <td>{ours === null ? '' : formatFigure(measure, ours)}</td>
                  <td>{ours === null ? '' : differenceText(curve, figure, ours)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}

function differenceText({ byRule }: PublishedCurve, figure: PublishedFigure, ours: number): string {
  const distance = distanceFrom(figure, ours);
  if (Math.abs(distance) < 0.005) return byRule ? texts.byTheRule : texts.within;
  return `${distance > 0 ? '+' : '−'}${Math.round(100 * Math.abs(distance))} %`;
}

/** The chart's twin in figures: our runs, by curve and lanes. */
export function RunsTable({ experiment, variant, measure, samples }: PaperPicture) {
  const blocks = EXPERIMENTS[experiment].blocks(variant);
  const lanes = blocks[0]?.lanes ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={texts.tableOfRuns} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.measures[measure].axis}</th>
            {lanes.map((count) => (
              <th key={count} scope="col">
                {texts.onLanes(count)}
              </th>
            ))}
            {measure === 'speedup' && <th scope="col">{texts.boundAtMost}</th>}
          </tr>
        </thead>
        <tbody>
          {blocks.flatMap(({ curves }) =>
            curves.map(({ id }) => {
              const ours = samples.filter(({ curve }) => curve === id);
              const last = ours.at(-1);
              return (
                <tr key={id}>
                  <th scope="row">{curveName(experiment, id)}</th>
                  {lanes.map((count) => {
                    const sample = ours.find((one) => one.lanes === count);
                    return (
                      <td key={count}>
                        {sample && formatFigure(measure, measureOf(sample.metrics, measure, sample.transactions))}
                      </td>
                    );
                  })}
                  {measure === 'speedup' && <td>{last && formatFigure('speedup', last.metrics.bound)}</td>}
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}
