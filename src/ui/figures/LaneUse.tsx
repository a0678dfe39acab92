import { figures as texts } from '#texts/figures.ts';
import { Hint } from '../common/Hint.tsx';
import styles from './Figures.module.css';

/** More bars than this can't be told apart. */
const MOST_BARS = 32;

/** How busy each lane was, as small bars. */
export function LaneUse({ utilisation }: { utilisation: readonly number[] }) {
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const text = utilisation.map((share, lane) => texts.laneShare(lane + 1, percent(share))).join(', ');
  return (
    <Hint text={texts.shareOfTheMakespanSpent(text)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its text is reachable by keyboard only through the focus */}
      <span className={styles.lanes} role="img" aria-label={texts.utilisation(text)} tabIndex={0}>
        {utilisation.slice(0, MOST_BARS).map((share, lane) => (
          <span className={styles.lane} key={lane}>
            <span className={styles.laneFill} style={{ height: percent(share) }} />
          </span>
        ))}
      </span>
    </Hint>
  );
}
