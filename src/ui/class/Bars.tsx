import { Check, X } from 'lucide-react';
import { room as texts } from '#texts/room.ts';
import type { Histogram } from '../../store/class/histogram.ts';
import styles from './Bars.module.css';

/** A histogram as a list: its words and numbers are the picture's twin at once. A full bar is everybody who answered. */
export function Bars({ histogram, label, large }: { histogram: Histogram; label: string; large?: boolean }) {
  const all = Math.max(1, histogram.answered);
  return (
    <div className={styles.histogram} data-large={large || undefined}>
      <ul className={styles.bars} aria-label={label}>
        {histogram.bars.map(({ key, label: what, count, right }) => (
          <li key={key}>
            <span className={styles.what}>
              {right === true && (
                <Check size="1em" strokeWidth={3} aria-label={texts.barRight} className={styles.right} />
              )}
              {right === false && <X size="1em" strokeWidth={3} aria-label={texts.barWrong} className={styles.wrong} />}
              {what}
            </span>
            <span className={styles.track} aria-hidden>
              <span
                className={styles.bar}
                data-right={right ?? undefined}
                style={{ width: `${(100 * count) / all}%` }}
              />
            </span>
            <span className={styles.count}>
              {count}
              <span className={styles.hidden}> {texts.barCount(count).replace(/^\d+ /, '')}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.total} role="status">
        {texts.answered(histogram.answered, histogram.asked)}
      </p>
    </div>
  );
}
