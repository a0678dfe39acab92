import { figures as texts } from '#texts/figures.ts';
import styles from './Figures.module.css';

/**
 * The speed-up as a bar against its bound: full to the yellow mark is as fast as any schedule can be. Green only if the
 * result was proven right.
 */
export function BulletBar({ speedup, bound, proven }: { speedup: number; bound: number; proven: boolean }) {
  const scale = Math.max(bound, speedup, 1) * 1.1;
  const percent = (value: number): string => `${(Math.max(value, 0) / scale) * 100}%`;
  return (
    <svg className={styles.bullet} role="img" aria-label={texts.speedUpOfAtMost(speedup.toFixed(2), bound.toFixed(2))}>
      <rect x="0" y="25%" width="100%" height="50%" rx="3" fill="var(--line)" />
      <rect x="0" y="25%" width={percent(speedup)} height="50%" rx="3" fill={proven ? 'var(--good)' : 'var(--bad)'} />
      <rect x={percent(bound)} y="0" width="2" height="100%" fill="var(--critical)" />
    </svg>
  );
}
