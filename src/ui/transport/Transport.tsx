import { transport as texts } from '#texts/transport.ts';
import { useRun, useView } from '../common/app-context.tsx';
import { late } from '../common/late.tsx';
import { PaceButton } from './PaceButton.tsx';
import { PlayButtons } from './PlayButtons.tsx';
import { Scrubber } from './Scrubber.tsx';
import { SpeedSelect } from './SpeedSelect.tsx';
import { TimeText } from './TimeText.tsx';
import styles from './Transport.module.css';

const Caption = late(() => import('./Caption.tsx').then((m) => m.Caption));

/** Moves through the run's log: play, step, scrub. */
export function Transport() {
  const isEmpty = useRun((state) => state.events.length === 0);
  const told = useView((state) => state.pace === 'told');
  return (
    <>
      {told && !isEmpty && <Caption />}
      <section
        className={styles.transport}
        aria-label={texts.playback}
        data-empty={isEmpty}
        data-view="transport"
        data-control="playback"
      >
        <PlayButtons disabled={isEmpty} />
        <Scrubber disabled={isEmpty} />
        <TimeText />
        <PaceButton />
        <SpeedSelect />
      </section>
    </>
  );
}
