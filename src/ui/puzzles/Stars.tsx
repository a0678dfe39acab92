import { Star } from 'lucide-react';
import { puzzles as texts } from '#texts/puzzles.ts';
import styles from './Stars.module.css';

/** Full and empty stars: the shape tells, the colour only helps. */
export function Stars({ stars, size = 18 }: { stars: number; size?: number }) {
  return (
    <span className={styles.stars} role="img" aria-label={texts.stars(stars)}>
      {[1, 2, 3].map((n) => (
        <Star key={n} size={size} data-earned={n <= stars} aria-hidden />
      ))}
    </span>
  );
}
