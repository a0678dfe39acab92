import { transaction as texts } from '#texts/transaction.ts';
import type { Recording, WriteRecord } from '../../model/execution.ts';
import { formatEther } from '../../model/naming/index.ts';
import { compactChange } from '../../store/compact-value.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { useRunPresentation } from '../common/use-presentation.ts';
import { Term } from '../common/Term.tsx';
import styles from './Inspector.module.css';
import { MoreRows } from './MoreRows.tsx';

/** What it changed. */
export function WriteTable({ recording: { writes, credits, fee } }: { recording: Recording }) {
  const names = useRunPresentation();
  if (writes.length === 0 && credits.length === 0) return null;
  return (
    <section className={styles.section}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Term term="write set">{texts.wrote}</Term>
            </th>
            <th scope="col">{texts.beforeAfter}</th>
          </tr>
        </thead>
        <MoreRows
          rows={[...writes].sort((a, b) => rank(a.location) - rank(b.location))}
          first={8}
          columns={2}
          row={(write) => <WriteRow key={write.location} write={write} />}
        />
      </table>
      <ul className={`${styles.list} ${styles.dim}`}>
        {credits.map(({ address, amount }) => (
          <li key={address}>
            {texts.adds}
            {formatEther(amount)}
            {texts.to}
            {names.addressName(address)}
            {texts.whateverIsThere}
          </li>
        ))}
        {fee > 0n && (
          <li>
            {formatEther(fee)}
            {texts.forTheFeeRecipientAdded}
          </li>
        )}
      </ul>
    </section>
  );
}

function WriteRow({ write: { location, before, value } }: { write: WriteRecord }) {
  const names = useRunPresentation();
  const [was, is] = compactChange(names, location, before, value);
  return (
    <tr>
      <td>
        <LocationRef location={location} />
      </td>
      <td className={styles.mono} title={`${names.valueText(location, before)} → ${names.valueText(location, value)}`}>
        {was} <span className={styles.arrow}>→</span> <span className={styles.after}>{is}</span>
      </td>
    </tr>
  );
}

/** Storage first: it is what transactions meet in. */
function rank(location: string): number {
  return location.startsWith('s:') ? 0 : 1;
}
