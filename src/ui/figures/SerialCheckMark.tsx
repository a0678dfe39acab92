import { Check, X } from 'lucide-react';
import { late } from '../common/late.tsx';
import { useState } from 'react';
import { shortHash } from '../common/short-hash.ts';
import type { RunReport } from '../../model/run.ts';
import styles from './Figures.module.css';

const DifferencesDialog = late(() => import('./DifferencesDialog.tsx').then((m) => m.DifferencesDialog));

/** Whether the run gave what one lane gives: receipts and state. If not, a way to every difference. */
export function SerialCheckMark({ report }: { report: RunReport }) {
  const { check } = report;
  const [open, setOpen] = useState(false);
  const order = check.order ? ' in the order of completion' : '';
  if (check.equal) {
    return (
      <span className={styles.check} title={`post-state root ${check.postStateRoot}`}>
        <Check size={15} strokeWidth={2.5} aria-hidden />
        <span>
          same result as one lane{order} · <code>{shortHash(check.postStateRoot)}</code>
        </span>
      </span>
    );
  }
  const count = check.differences.length;
  const wrong = check.differences.filter(({ kind }) => kind === 'list').length;
  return (
    <>
      <button type="button" className={`${styles.check} ${styles.wrong}`} onClick={() => setOpen(true)}>
        <X size={15} strokeWidth={2.5} aria-hidden />
        <span>
          {wrong > 0 &&
            `invalid block: its access list is wrong in ${wrong === 1 ? 'one entry' : `${wrong.toLocaleString('en')} entries`}`}
          {wrong > 0 && count > wrong && '; '}
          {count > wrong &&
            `${(count - wrong).toLocaleString('en')} ${count - wrong === 1 ? 'difference' : 'differences'} from one lane${order}`}{' '}
          · root <code>{shortHash(check.postStateRoot)}</code>
        </span>
      </button>
      {open && <DifferencesDialog report={report} onClose={() => setOpen(false)} />}
    </>
  );
}
