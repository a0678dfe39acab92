import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { inspector as texts } from '#texts/inspector.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { ConflictGraph } from '../../model/graph.ts';
import { waitsForNobody } from '../../model/waits-for-nobody.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { useDocument } from '../common/app-context.tsx';
import { useAnalysis } from '../common/use-analysis.ts';
import { BlockFaults } from './BlockFaults.tsx';
import { Term } from '../common/Term.tsx';
import styles from './Inspector.module.css';
import { PathText } from './PathText.tsx';
import { TxRef } from '../common/TxRef.tsx';

/** With nothing chosen: what this block is, and what keeps it from being faster. */
export function BlockStory() {
  const { title, note, count } = useDocument(({ scenario }) => ({
    title: scenario.title,
    note: scenario.note,
    count: scenario.transactions.length,
  }));
  const analysis = useAnalysis();
  return (
    <article>
      <div className={styles.top}>
        <span className={styles.label}>{texts.block}</span>
      </div>
      <h2 className={styles.title}>{title}</h2>
      {note !== '' && <p className={styles.dim}>{note}</p>}
      {count === 0 && <p className={styles.dim}>{texts.theBlockIsEmptyAdd}</p>}
      {count > 0 && <BlockFaults />}
      {analysis && count > 0 && <GraphStory graph={analysis.graph} />}
    </article>
  );
}

function GraphStory({ graph }: { graph: ConflictGraph }) {
  const { figures, criticalPath } = graph;
  const most = figures.hottest[0]?.conflictingPairs ?? 0;
  return (
    <>
      <section className={styles.section}>
        <h3>{texts.whatBoundsIt}</h3>
        <Bound graph={graph} />
        <BoundOfOthers />
      </section>
      {criticalPath.length > 1 && (
        <section className={styles.section}>
          <h3>
            <Term term="critical path">{texts.criticalPath}</Term>
          </h3>
          <p>
            <PathText path={criticalPath} />
            <span className={styles.dim}>
              , {formatTime(figures.criticalPathGas, 'gas')}
              {texts.gasInARow}
            </span>
          </p>
        </section>
      )}
      {figures.hottest.length > 0 && (
        <section className={styles.section}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.hottestLocations}</th>
                <th scope="col">
                  <Term term="conflict">{texts.conflicts}</Term>
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.hottest.slice(0, 8).map(({ location, conflictingPairs }) => (
                <tr key={location}>
                  <td>
                    <LocationRef location={location} />
                    <div className={styles.bar} style={{ width: `${(conflictingPairs / most) * 100}%` }} />
                  </td>
                  <td className={styles.mono}>{conflictingPairs.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

/** The engine in force waits for nobody: then the bound above is that of others. */
function BoundOfOthers() {
  const engine = useDocument(({ scenario }) => scenario.settings.engine);
  if (!waitsForNobody(engine)) return null;
  const { name } = ENGINE_TEXT[engine];
  return (
    <p className={styles.dim}>{engine === 'race' ? texts.raceWaitsForNobody(name) : texts.listWaitsForNobody(name)}</p>
  );
}

/** One paragraph: how much is there, how much of it could run side by side, and what stands against more. */
function Bound({ graph }: { graph: ConflictGraph }) {
  const { figures, criticalPath, edges } = graph;
  const { transactions, independentTxs, speedupBound } = figures;
  const onPath = edges.find(
    ({ kind, from, to }) => kind === 'RAW' && from === criticalPath.at(-2) && to === criticalPath.at(-1),
  );
  const location = onPath?.locations[0];
  const longest = criticalPath[0];
  const gas = formatTime(figures.gasUsed, 'gas');
  return (
    <p>
      {transactions.toLocaleString('en')} {transactions === 1 ? texts.transaction : texts.transactionsWord}, {gas}
      {texts.gas}
      {transactions > 1 && `; ${independence(transactions, independentTxs)}`}
      {texts.noNumberOfLanesCan} <strong>{speedupBound.toFixed(2)}×</strong>
      {texts.asFastAsOne}{' '}
      {criticalPath.length === 1 && longest !== undefined ? (
        <>
          {texts.theLongestTransactionAlone}
          <TxRef tx={longest} />
          {texts.takes}
          {formatTime(figures.criticalPathGas, 'gas')}
          {texts.gas}
        </>
      ) : (
        texts.transactionsMustRunOneAfter(criticalPath.length.toLocaleString('en'))
      )}
      {location && (
        <>
          {texts.theLastBecauseOf}
          <LocationRef location={location} />
        </>
      )}
      .
    </p>
  );
}

function independence(transactions: number, count: number): string {
  if (count === transactions) return texts.noneConflictsWithAnother;
  if (count === 0) return texts.eachConflictsWithAnother;
  return texts.withNoOther(count.toLocaleString('en'), count);
}
