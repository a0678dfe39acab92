import { X } from 'lucide-react';
import { useMemo } from 'react';
import { inspector as texts } from '#texts/inspector.ts';
import type { Location } from '../../model/location.ts';
import { formatEther } from '../../model/naming/index.ts';
import { compactValue } from '../../store/compact-value.ts';
import { type LocationUse, locationUses } from '../../store/location-users.ts';
import { TxRef } from '../common/TxRef.tsx';
import { useApp, useRun, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { useRunPresentation } from '../common/use-presentation.ts';
import styles from './Inspector.module.css';
import { MoreRows } from './MoreRows.tsx';

/** A location: everybody who reads or writes it, in block order. */
export function LocationCard({ location }: { location: Location }) {
  const app = useApp();
  const names = useRunPresentation();
  const analysis = useRun((state) => state.analysis);
  const chosen = useView((state) => state.location === location);
  const uses = useMemo(() => (analysis ? locationUses(analysis, location) : []), [analysis, location]);
  return (
    <section className={styles.locationCard} data-chosen={chosen} aria-label={texts.location}>
      <div className={styles.top}>
        <h3 className={styles.locationName}>{names.locationName(location)}</h3>
        {chosen && (
          <Button
            look="quiet"
            icon
            small
            aria-label={texts.putTheLocationAway}
            onClick={() => app.selectLocation(null)}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </div>
      <p className={styles.dim}>{summary(uses)}</p>
      <table className={styles.table}>
        <MoreRows
          rows={uses}
          first={12}
          columns={2}
          row={(use) => (
            <tr key={use.tx}>
              <td>
                <TxRef tx={use.tx} /> <span className={styles.dim}>{names.txTitle(use.tx)}</span>
              </td>
              <td className={styles.mono} title={use.writes ? names.valueText(location, use.writes.value) : undefined}>
                {useText(use, (value) => compactValue(names, location, value))}
              </td>
            </tr>
          )}
        />
      </table>
    </section>
  );
}

function summary(uses: readonly LocationUse[]): string {
  const writers = uses.filter(({ writes }) => writes).length;
  const readers = uses.filter(({ reads, writes }) => reads && !writes).length;
  const adders = uses.length - writers - readers;
  if (uses.length === 0) return texts.nobodyTouchesItInThis;
  const counted = (count: number, one: string, many: string): string[] =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : many}`];
  return [
    ...counted(writers, texts.transactionWritesIt, texts.transactionsWriteIt),
    ...counted(readers, texts.onlyReadsIt, texts.onlyReadIt),
    ...counted(adders, texts.onlyAddsToIt, texts.onlyAddToIt),
  ].join(', ');
}

function useText({ writes, credit }: LocationUse, text: (value: bigint | `0x${string}`) => string): string {
  if (writes) return `→ ${text(writes.value)}`;
  return credit === null ? 'reads' : `+ ${formatEther(credit)}`;
}
