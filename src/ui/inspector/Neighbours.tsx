import { transaction as texts } from '#texts/transaction.ts';
import type { ConflictEdge } from '../../model/graph.ts';
import type { TxIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { TxRef } from '../common/TxRef.tsx';
import { useRun } from '../common/app-context.tsx';
import { Term } from '../common/Term.tsx';
import styles from './Inspector.module.css';
import { PathText } from './PathText.tsx';

/** More neighbours than this are counted. */
const SHOWN = 6;
const LOCATIONS_SHOWN = 2;

/** Whom it depends on, and who depends on it; whether it is on the critical path. */
export function Neighbours({ id, tx }: { id: TxId; tx: TxIndex }) {
  const graph = useRun(({ analysis, analysed }) =>
    analysed?.scenario.transactions[tx]?.id === id ? (analysis?.graph ?? null) : null,
  );
  if (!graph) return null;
  const dependencies = graph.edges.filter(({ kind }) => kind === 'RAW');
  const before = dependencies.filter((edge) => edge.to === tx);
  const after = dependencies.filter((edge) => edge.from === tx);
  const critical = graph.criticalPath.includes(tx) && graph.criticalPath.length > 1;
  if (before.length === 0 && after.length === 0) {
    return (
      <section className={styles.section}>
        <h3>
          <Term term="dependency">{texts.dependencies}</Term>
        </h3>
        <p className={styles.dim}>{texts.noneItCanRunAt}</p>
      </section>
    );
  }
  return (
    <>
      {before.length > 0 && <EdgeList heading={texts.needs} edges={before} end="from" />}
      {after.length > 0 && <EdgeList heading={texts.thenNeededBy} edges={after} end="to" />}
      {critical && (
        <p className={styles.dim}>
          {texts.itIsOnTheCritical}
          <PathText path={graph.criticalPath} around={tx} />.
        </p>
      )}
    </>
  );
}

function EdgeList(props: { heading: string; edges: readonly ConflictEdge[]; end: 'from' | 'to' }) {
  const more = props.edges.length - SHOWN;
  return (
    <section className={styles.section}>
      <h3>{props.heading}</h3>
      <ul className={styles.list}>
        {props.edges.slice(0, SHOWN).map((edge) => (
          <li key={edge[props.end]}>
            <TxRef tx={edge[props.end]} /> <span className={styles.dim}>{texts.for}</span>{' '}
            {edge.locations.slice(0, LOCATIONS_SHOWN).map((location, i) => (
              <span key={location}>
                {i > 0 && ', '}
                <LocationRef location={location} />
              </span>
            ))}
            {edge.locations.length > LOCATIONS_SHOWN && (
              <span className={styles.dim}>
                {texts.andBetween}
                {edge.locations.length - LOCATIONS_SHOWN}
                {texts.more}
              </span>
            )}
          </li>
        ))}
        {more > 0 && (
          <li className={styles.dim}>
            {texts.and}
            {more.toLocaleString('en')}
            {texts.more}
          </li>
        )}
      </ul>
    </section>
  );
}
