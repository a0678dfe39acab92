import { useEffect, useState } from 'react';
import { stage as texts } from '#texts/stage.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { beatAt, beatsOf } from '../../store/beats.ts';
import { narrationAt } from '../../store/narration.ts';
import { phraseText } from '../../texts/phrase.ts';
import { Button } from '../common/Button.tsx';
import { useApp, useDocument, useRun, useView } from '../common/app-context.tsx';
import { useRunPresentation } from '../common/use-presentation.ts';
import { findLesson } from '../lessons/lesson-library.ts';
import styles from './SpeakerNotes.module.css';

/** For the speaker alone: what to say, for how long, what comes next, and what has just been told. */
export function SpeakerNotes({ page }: { page: Document }) {
  const app = useApp();
  const { title, note } = useDocument(({ scenario }) => ({ title: scenario.title, note: scenario.note }));
  const { progress, playing } = useView(({ progress, playing }) => ({ progress, playing }));
  const inLesson = progress?.kind === 'lesson' ? progress : null;
  const lesson = useLesson(inLesson?.id ?? null);
  const step = inLesson && lesson?.steps[inLesson.step - 1];
  const next = inLesson && lesson?.steps[inLesson.step];
  const { seconds, stepSeconds, restart } = useClock(step?.id ?? '');
  const heading = lesson?.title ?? title;
  useEffect(() => {
    page.title = texts.noteWindow(heading);
  }, [page, heading]);

  return (
    <main className={styles.notes}>
      <header>
        <h1>{heading}</h1>
        <dl className={styles.clocks}>
          <div>
            <dt>{texts.elapsed}</dt>
            <dd>{texts.clock(seconds)}</dd>
          </div>
          {step && (
            <div data-late={step.speaker && stepSeconds > step.speaker.minutes * 60}>
              <dt>{texts.onStep}</dt>
              <dd>
                {texts.clock(stepSeconds)}
                {step.speaker && <small> {texts.planned(step.speaker.minutes)}</small>}
              </dd>
            </div>
          )}
        </dl>
      </header>
      {inLesson && step ? (
        <section>
          <h2>
            {texts.step(inLesson.step, inLesson.steps)}: {step.title}
          </h2>
          {step.speaker ? step.speaker.notes.map((text) => <p key={text}>{text}</p>) : <p>{texts.noNotes}</p>}
          <p className={styles.next}>{next ? `${texts.next}: ${next.title}` : texts.last}</p>
        </section>
      ) : (
        <p>{note}</p>
      )}
      <Told />
      <footer>
        <Button onClick={() => app.step(-1)}>{texts.previousEvent}</Button>
        <Button look="primary" onClick={() => (playing ? app.pause() : app.play())}>
          {playing ? texts.pause : texts.play}
        </Button>
        <Button onClick={() => app.step(1)}>{texts.nextEvent}</Button>
        <Button look="quiet" onClick={restart}>
          {texts.restart}
        </Button>
      </footer>
    </main>
  );
}

/** What the caption on the screen says. */
function Told() {
  const names = useRunPresentation();
  const events = useRun((state) => state.events);
  const beats = beatsOf(events);
  const index = useView(({ beat, time }) => beat ?? beatAt(beats, time));
  const told = phraseText(narrationAt(beats, index), names);
  return (
    <section className={styles.told}>
      <h2>{texts.now}</h2>
      <p>{told || '–'}</p>
    </section>
  );
}

function useLesson(id: string | null): Lesson | null {
  const [lesson, setLesson] = useState<Lesson | null>(null);
  useEffect(() => {
    let wanted = true;
    setLesson(null);
    // The panel beside the views tells of one that can't be had.
    if (id !== null)
      findLesson(id).then(
        (found) => wanted && setLesson(found),
        () => {},
      );
    return () => {
      wanted = false;
    };
  }, [id]);
  return lesson;
}

/** Seconds since the notes were opened or the clock was restarted, and since the step began. */
function useClock(step: string) {
  const [start, setStart] = useState(() => Date.now());
  const [began, setBegan] = useState(() => ({ step, at: Date.now() }));
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  if (began.step !== step) setBegan({ step, at: Date.now() });
  return {
    seconds: Math.max(0, now - start) / 1000,
    stepSeconds: Math.max(0, now - began.at) / 1000,
    restart() {
      setStart(Date.now());
      setBegan({ step, at: Date.now() });
      setNow(Date.now());
    },
  };
}
