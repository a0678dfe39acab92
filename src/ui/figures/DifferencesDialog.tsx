import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { Difference, RunReport } from '../../model/run.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { shortHash } from '../common/short-hash.ts';
import { ListRow, ReceiptRow, StateRow } from './DifferenceRows.tsx';
import styles from './DifferencesDialog.module.css';

/** More rows than this nobody reads; the rest is counted. */
const MOST_ROWS = 300;

/** Every way in which the result isn't the serial one, by name: first the state, then the receipts. */
export function DifferencesDialog({ report, onClose }: { report: RunReport; onClose: () => void }) {
  const { differences, postStateRoot, serialPostStateRoot } = report.check;
  const state = differences.filter((difference) => difference.kind === 'state');
  const list = differences.filter((difference) => difference.kind === 'list');
  const receipts = differences.filter((difference) => difference.kind === 'receipt');
  const count = differences.length;
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={controls.overlay} />
        <Dialog.Content className={`${controls.dialog} ${styles.dialog}`} aria-describedby="differences-roots">
          <Dialog.Title className={controls.dialogTitle}>
            {list.length === count ? 'The access list is wrong' : `${counted(count - list.length)} from one lane`}
          </Dialog.Title>
          <p className={styles.roots} id="differences-roots">
            Post-state root <code>{shortHash(postStateRoot)}</code>, one lane gives{' '}
            <code>{shortHash(serialPostStateRoot)}</code>.
          </p>
          {list.length > 0 && (
            <p className={styles.roots}>
              The block is invalid: its access list isn’t the one that follows from what its transactions did.
            </p>
          )}
          <DifferenceTable heading="Access list" first="Produced" second="Given" last="Index" differences={list}>
            {(difference) => <ListRow key={`${difference.location} ${difference.index}`} difference={difference} />}
          </DifferenceTable>
          <DifferenceTable heading="State" last="Why" differences={state}>
            {(difference) => <StateRow key={difference.location} difference={difference} />}
          </DifferenceTable>
          <DifferenceTable heading="Receipts" last="Transaction" differences={receipts}>
            {(difference) => (
              <ReceiptRow key={`${difference.tx} ${difference.field}`} difference={difference} report={report} />
            )}
          </DifferenceTable>
          <Dialog.Close asChild>
            <Button look="quiet" icon aria-label="Close" className={styles.close}>
              <X size={16} aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function counted(differences: number): string {
  return differences === 1 ? 'One difference' : `${differences.toLocaleString('en')} differences`;
}

function DifferenceTable<T extends Difference>(props: {
  readonly heading: string;
  /** What should be, and what is; without them, one lane and this run. */
  readonly first?: string;
  readonly second?: string;
  readonly last: string;
  readonly differences: readonly T[];
  readonly children: (difference: T) => ReactNode;
}) {
  const { differences } = props;
  if (differences.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          <th scope="col">{props.first ?? 'One lane'}</th>
          <th scope="col">{props.second ?? 'This run'}</th>
          <th scope="col">{props.last}</th>
        </tr>
      </thead>
      <tbody>
        {differences.slice(0, MOST_ROWS).map(props.children)}
        {differences.length > MOST_ROWS && (
          <tr>
            <td colSpan={4}>and {(differences.length - MOST_ROWS).toLocaleString('en')} more</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
