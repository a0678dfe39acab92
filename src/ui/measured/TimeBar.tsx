import { measured as texts } from '#texts/measured.ts';
import type { LaneTimes } from '../../analysis/lane-times.ts';
import { formatTime } from '../../chart/format-time.ts';
import styles from './measured.module.css';

export type TimePart = keyof LaneTimes;

/** In the order in which they are drawn. Each has a pattern of its own beside its colour. */
export const TIME_PARTS: readonly TimePart[] = ['start', 'evm', 'validation', 'messages', 'waiting'];

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** One lane's time, or that of all of them, as a stacked bar. */
export function TimeBar({ name, times }: { name: string; times: LaneTimes }) {
  const total = TIME_PARTS.reduce((sum, part) => sum + times[part], 0);
  const shown = TIME_PARTS.filter((part) => times[part] > 0);
  const words = shown.map((part) =>
    texts.partOf(texts.parts[part].name, formatTime(times[part], 'µs'), percent(times[part] / total)),
  );
  return (
    <span className={styles.bar} role="img" aria-label={texts.barOf(name, words.join('; '))}>
      {shown.map((part) => (
        <span
          key={part}
          className={styles.part}
          data-part={part}
          style={{ width: `${(100 * times[part]) / total}%` }}
        />
      ))}
    </span>
  );
}
