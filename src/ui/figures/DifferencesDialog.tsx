import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { Difference, SerialCheck } from '../../model/run.ts';
import type { Presentation } from '../../store/presentation.ts';
import { useRunPresentation } from '../common/use-presentation.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { shortHash } from '../common/short-hash.ts';
import styles from './Figures.module.css';

/** More rows than this nobody reads; the rest is counted. */
const MOST_ROWS = 300;

/** Every way in which the result isn't the serial one, by name. */
export function DifferencesDialog(props: {
  readonly check: SerialCheck;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const names = useRunPresentation();
  const { differences } = props.check;
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={controls.overlay} />
        <Dialog.Content className={controls.dialog} style={{ width: 'min(56rem, 94vw)' }} aria-describedby={undefined}>
          <Dialog.Title className={controls.dialogTitle}>
            {differences.length === 1 ? 'One difference' : `${differences.length.toLocaleString('en')} differences`}{' '}
            from one lane
          </Dialog.Title>
          <p style={{ color: 'var(--dim)', marginBottom: 'var(--space-3)' }}>
            Post-state root <code>{shortHash(props.check.postStateRoot)}</code>, one lane gives{' '}
            <code>{shortHash(props.check.serialPostStateRoot)}</code>.
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>What</th>
                <th>One lane</th>
                <th>This run</th>
                <th>Why</th>
              </tr>
            </thead>
            <tbody>
              {differences.slice(0, MOST_ROWS).map((difference) => (
                <DifferenceRow key={keyOf(difference)} difference={difference} names={names} />
              ))}
            </tbody>
          </table>
          {differences.length > MOST_ROWS && <p>and {(differences.length - MOST_ROWS).toLocaleString('en')} more</p>}
          <Dialog.Close asChild>
            <Button
              look="quiet"
              icon
              aria-label="Close"
              style={{ position: 'absolute', top: '0.75rem', right: '0.75rem' }}
            >
              <X size={16} aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function keyOf(difference: Difference): string {
  return difference.kind === 'state' ? difference.location : `${difference.tx} ${difference.field}`;
}

function DifferenceRow({ difference, names }: { difference: Difference; names: Presentation }) {
  if (difference.kind === 'receipt') {
    return (
      <tr>
        <td>
          {difference.field} of {difference.tx}
        </td>
        <td className={styles.mono}>{difference.serial}</td>
        <td className={styles.mono}>{difference.run}</td>
        <td>{names.txTitle(difference.tx)}</td>
      </tr>
    );
  }
  const { location, serial, run } = difference;
  return (
    <tr>
      <td className={styles.mono}>{names.locationName(location)}</td>
      <td className={styles.mono}>{names.valueText(location, serial)}</td>
      <td className={styles.mono}>{names.valueText(location, run)}</td>
      <td>{reason(difference)}</td>
    </tr>
  );
}

function reason({ serialWriter, runWriter, lost }: Extract<Difference, { kind: 'state' }>): string {
  const stands = runWriter === null ? 'Nothing was written' : `${runWriter}’s write stands`;
  const should = serialWriter === null || serialWriter === runWriter ? '' : `, ${serialWriter}’s should`;
  const gone = lost.length === 0 ? '' : `; lost: ${lost.join(', ')}`;
  return `${stands}${should}${gone}`;
}
