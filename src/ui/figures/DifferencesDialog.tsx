import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { differences as texts } from '#texts/differences.ts';
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
            {list.length === count ? texts.theAccessListIsWrong : texts.fromOneLane(counted(count - list.length))}
          </Dialog.Title>
          <p className={styles.roots} id="differences-roots">
            {texts.postStateRoot}
            <code>{shortHash(postStateRoot)}</code>
            {texts.oneLaneGives} <code>{shortHash(serialPostStateRoot)}</code>.
          </p>
          {list.length > 0 && <p className={styles.roots}>{texts.theBlockIsInvalidIts}</p>}
          <DifferenceTable
            heading={texts.accessList}
            first={texts.produced}
            second={texts.given}
            last={texts.index}
            differences={list}
          >
            {(difference) => <ListRow key={`${difference.location} ${difference.index}`} difference={difference} />}
          </DifferenceTable>
          <DifferenceTable heading={texts.state} last={texts.why} differences={state}>
            {(difference) => <StateRow key={difference.location} difference={difference} />}
          </DifferenceTable>
          <DifferenceTable heading={texts.receipts} last={texts.transaction} differences={receipts}>
            {(difference) => (
              <ReceiptRow key={`${difference.tx} ${difference.field}`} difference={difference} report={report} />
            )}
          </DifferenceTable>
          <Dialog.Close asChild>
            <Button look="quiet" icon aria-label={texts.close} className={styles.close}>
              <X size={16} aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function counted(differences: number): string {
  return differences === 1 ? texts.oneDifference : texts.differences(differences.toLocaleString('en'));
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
          <th scope="col">{props.first ?? texts.oneLane}</th>
          <th scope="col">{props.second ?? texts.thisRun}</th>
          <th scope="col">{props.last}</th>
        </tr>
      </thead>
      <tbody>
        {differences.slice(0, MOST_ROWS).map(props.children)}
        {differences.length > MOST_ROWS && (
          <tr>
            <td colSpan={4}>
              {texts.and}
              {(differences.length - MOST_ROWS).toLocaleString('en')}
              {texts.more}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
