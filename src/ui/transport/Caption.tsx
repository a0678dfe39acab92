import { transport as texts } from '#texts/transport.ts';
import { beatAt, beatsOf } from '../../store/beats.ts';
import { narrate } from '../../store/narration.ts';
import { useRun, useView } from '../common/app-context.tsx';
import { PhraseText } from '../common/PhraseText.tsx';
import styles from './Transport.module.css';

/** What has just happened, in one sentence; while the run is told, it is read out as well. */
export function Caption() {
  const events = useRun((state) => state.events);
  const beats = beatsOf(events);
  const { index, told } = useView(({ beat, time, pace }) => ({
    index: beat ?? beatAt(beats, time),
    told: pace === 'told',
  }));
  const beat = beats[index];
  return (
    <p className={styles.caption} {...(told && { role: 'status', 'aria-label': texts.caption })}>
      {beat ? <PhraseText parts={narrate(beat.event)} /> : texts.nothingYet}
    </p>
  );
}
