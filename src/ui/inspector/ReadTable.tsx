import { transaction as texts } from '#texts/transaction.ts';
import type { Origin } from '../../model/events.ts';
import type { Recording } from '../../model/execution.ts';
import { txIndex } from '../../model/ids.ts';
import { isAnalysed, type Location } from '../../model/location.ts';
import type { TxStory } from '../../store/tx-story.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { TxRef } from '../common/TxRef.tsx';
import { useRunPresentation } from '../common/use-presentation.ts';
import { Term } from '../common/Term.tsx';
import styles from './Inspector.module.css';
import { MoreRows } from './MoreRows.tsx';

/** What its last incarnation read, and where each value came from. Values written in the block come first. */
export function ReadTable({ recording, story }: { recording: Recording; story: TxStory | null }) {
  const names = useRunPresentation();
  const origins = new Map<Location, Origin>();
  for (const { location, origin } of story?.incarnations.at(-1)?.reads ?? []) origins.set(location, origin);
  const rank = (location: Location): number => {
    const origin = origins.get(location);
    return (origin && origin.kind !== 'prestate' ? 0 : 2) + (location.startsWith('s:') ? 0 : 1);
  };
  const reads = recording.reads
    .filter(({ location }) => isAnalysed(location))
    .sort((a, b) => rank(a.location) - rank(b.location));
  if (reads.length === 0) return null;
  return (
    <section className={styles.section}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Term term="read set">{texts.read}</Term>
            </th>
            <th scope="col">{texts.from}</th>
          </tr>
        </thead>
        <MoreRows
          rows={reads}
          first={8}
          columns={2}
          row={({ location, value, credit }) => (
            <tr key={location}>
              <td title={`${names.locationName(location)} = ${names.valueText(location, value)}`}>
                <LocationRef location={location} />
              </td>
              <td className={styles.mono}>
                {credit ? texts.onlyAddedTo : <OriginText origin={origins.get(location)} />}
              </td>
            </tr>
          )}
        />
      </table>
    </section>
  );
}

function OriginText({ origin }: { origin: Origin | undefined }) {
  if (!origin) return '—';
  switch (origin.kind) {
    case 'prestate':
      return 'prestate';
    case 'list':
      if (origin.index === 0) return 'list';
      return (
        <span className={styles.after}>
          {texts.listAfter}
          <TxRef tx={txIndex(origin.index - 1)} />
        </span>
      );
    case 'version':
      return (
        <span className={styles.after}>
          <TxRef tx={origin.version.tx} />
          {texts.run}
          {origin.version.incarnation}
        </span>
      );
    case 'sum':
      return (
        <span className={styles.after}>
          {origin.base ? <TxRef tx={origin.base.tx} /> : texts.prestate} + {origin.terms}
        </span>
      );
  }
}
