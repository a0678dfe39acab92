import { transport as texts } from '#texts/transport.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './Transport.module.css';

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];

export function SpeedSelect() {
  const app = useApp();
  const speed = useView((state) => state.speed);
  return (
    <Hint text={texts.speedOfPlaybackPlaysThe} keys=", .">
      <select
        className={styles.speed}
        aria-label={texts.speedOfPlayback}
        value={speed}
        onChange={(event) => app.setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((factor) => (
          <option key={factor} value={factor}>
            {factor}×
          </option>
        ))}
      </select>
    </Hint>
  );
}
