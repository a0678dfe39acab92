import { transport as texts } from '#texts/transport.ts';
import { useRun } from '../common/app-context.tsx';
import { PlayButtons } from './PlayButtons.tsx';
import { Scrubber } from './Scrubber.tsx';
import { SpeedSelect } from './SpeedSelect.tsx';
import { TimeText } from './TimeText.tsx';
import styles from './Transport.module.css';

/** Moves through the run's log: play, step, scrub. */
export function Transport() {
  const isEmpty = useRun((state) => state.events.length === 0);
  return (
    <section className={styles.transport} aria-label={texts.playback} data-empty={isEmpty}>
      <PlayButtons disabled={isEmpty} />
      <Scrubber disabled={isEmpty} />
      <TimeText />
      <SpeedSelect />
    </section>
  );
}
