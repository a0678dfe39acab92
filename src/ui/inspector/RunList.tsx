import { transaction as texts } from '#texts/transaction.ts';
import { phrase, theLocation, theTx, type Phrase } from '../../texts/phrase.ts';
import type { IncarnationStory, TxStory, WaitStory } from '../../store/tx-story.ts';
import { PhraseText } from '../common/PhraseText.tsx';
import { Term } from '../common/Term.tsx';
import styles from './Inspector.module.css';

/** Every incarnation: when, where, and how it ended; then who waited for it and whom it made start over. */
export function RunList({ story, time }: { story: TxStory; time: (at: number) => string }) {
  const { incarnations, heldUp, aborted } = story;
  if (incarnations.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>
        <Term term="incarnation">{texts.runs}</Term>
      </h3>
      <ul className={styles.runs}>
        {incarnations.map((run) => (
          <li key={run.incarnation} className={styles.run}>
            <span className={styles.sign} data-end={ending(run)} aria-hidden="true" />
            <span>
              {texts.runBefore}
              {run.incarnation}
              {texts.laneBetween}
              {run.lane + 1}, <span className={styles.mono}>{span(run, time)}</span>
              <br />
              <span className={styles.dim}>
                <PhraseText parts={endText(run, time)} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <ul className={`${styles.list} ${styles.dim}`}>
        {aborted.slice(0, 6).map(({ tx, cause, at }) => (
          <li key={`${tx} ${at}`}>
            <PhraseText parts={texts.madeStartOverAt(theTx(tx), time(at), theLocation(cause.location))} />
          </li>
        ))}
        {heldUp.slice(0, 6).map((wait) => (
          <li key={`${wait.tx} ${wait.lane} ${wait.from}`}>
            <PhraseText parts={heldText(wait, time)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ending({ abort, blocked, committed, end }: IncarnationStory): string {
  if (abort || blocked) return 'aborted';
  if (committed) return 'committed';
  return end === null ? 'running' : 'executed';
}

function span({ start, end }: IncarnationStory, time: (at: number) => string): string {
  return end === null ? texts.fromMoment(time(start)) : `${time(start)} – ${time(end)}`;
}

function endText({ abort, blocked, committed, end }: IncarnationStory, time: (at: number) => string): Phrase {
  if (blocked) return texts.gaveUpWillWriteAgain(theTx(blocked.by), theLocation(blocked.location));
  if (abort) return texts.thrownAwayAt(time(abort.at), theLocation(abort.cause.location));
  if (committed) return texts.committed;
  return end === null ? texts.stillRunning : texts.executed;
}

function heldText(wait: WaitStory, time: (at: number) => string): Phrase {
  const until = wait.to === null ? '' : texts.untilMoment(time(wait.to));
  const because = wait.location === null ? phrase`` : texts.forLocation(theLocation(wait.location));
  return texts.waitedFrom(theTx(wait.tx), time(wait.from), until, because);
}
