import { Check, X } from 'lucide-react';
import { figures as texts } from '#texts/figures.ts';
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
  const order = check.order ? texts.inTheOrderOfCompletion : '';
  if (check.equal) {
    return (
      <span className={styles.check} title={texts.postStateRoot(check.postStateRoot)}>
        <Check size={15} strokeWidth={2.5} aria-hidden />
        <span>
          {texts.sameResultAsOneLane}
          {order} · <code>{shortHash(check.postStateRoot)}</code>
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
            texts.invalidBlockItsAccessList(wrong === 1 ? texts.oneEntry : texts.entries(wrong.toLocaleString('en')))}
          {wrong > 0 && count > wrong && '; '}
          {count > wrong && texts.fromOneLane((count - wrong).toLocaleString('en'), count - wrong, order)} {texts.root}
          <code>{shortHash(check.postStateRoot)}</code>
        </span>
      </button>
      {open && <DifferencesDialog report={report} onClose={() => setOpen(false)} />}
    </>
  );
}
