import { ArrowLeft, ArrowRight, Check, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import { Button } from '../common/Button.tsx';
import { ChangeBox } from './ChangeBox.tsx';
import { CompareBox } from './CompareBox.tsx';
import { EndBox } from './EndBox.tsx';
import { LeaveBox } from './LeaveBox.tsx';
import styles from './LessonPanel.module.css';
import { LessonText, useSession } from './LessonText.tsx';
import { LockLayer } from './LockLayer.tsx';
import { PredictBox } from './PredictBox.tsx';
import { RunBox } from './RunBox.tsx';
import { Spotlight } from './Spotlight.tsx';
import { useAnnouncement } from './use-announcement.ts';

/** A lesson's column: where one is, what the step says, what is to be done in it. */
export function LessonGuide({ id }: { readonly id: string }) {
  const session = useSession();
  const { lesson, store } = session;
  const progress = useStore(store, (state) => state.progress);
  const done = useStore(store, (state) => state.done);
  const away = useStore(store, (state) => state.away);
  const [leaving, setLeaving] = useState(false);
  const announcement = useAnnouncement(session);
  const step = lesson.steps[progress.step];
  const last = progress.step === lesson.steps.length - 1;

  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef('');
  useEffect(() => {
    const now = `${progress.step} ${progress.finished}`;
    if (shown.current === now) return;
    shown.current = now;
    body.current?.scrollTo({ top: 0 });
    heading.current?.focus();
  }, [progress.step, progress.finished]);

  // What was done may have taken its own button away, and the focus with it.
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (done && document.activeElement === document.body) next.current?.focus();
  }, [done]);

  if (!step) return null;
  return (
    <section className={styles.panel} aria-label={texts.lesson} data-lesson={lesson.id}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h2>{lesson.title}</h2>
          <Button look="quiet" icon small aria-label={texts.leave} title={texts.leave} onClick={() => setLeaving(true)}>
            <X size={15} aria-hidden />
          </Button>
        </div>
        <Steps />
      </header>
      <div className={styles.body} ref={body}>
        {leaving && <LeaveBox onStay={() => setLeaving(false)} />}
        {away && (
          <div className={styles.box} role="alert">
            <p>
              <b>{texts.away}</b> {texts.awayNote}
            </p>
            <p className={styles.buttons}>
              <Button look="primary" onClick={session.comeBack}>
                {texts.comeBack}
              </Button>
            </p>
          </div>
        )}
        {progress.finished ? (
          <EndBox id={id} heading={heading} />
        ) : (
          <>
            <p className={styles.count}>{texts.step(progress.step + 1, lesson.steps.length)}</p>
            <h3 ref={heading} tabIndex={-1} className={styles.stepTitle}>
              {step.title}
            </h3>
            <div className={styles.text} key={step.id}>
              {step.text.map((paragraph, i) => (
                <p key={i}>
                  <LessonText text={paragraph} />
                </p>
              ))}
            </div>
            {step.kind === 'predict' && <PredictBox key={`${step.id} box`} step={step} />}
            {step.kind === 'run' && <RunBox key={`${step.id} box`} />}
            {step.kind === 'compare' && <CompareBox key={`${step.id} box`} />}
            {step.kind === 'change' && <ChangeBox key={`${step.id} box`} step={step} />}
          </>
        )}
        <p className={styles.hidden} role="status">
          {announcement}
        </p>
      </div>
      {!progress.finished && (
        <footer className={styles.foot}>
          <Button disabled={progress.step === 0} onClick={session.back}>
            <ArrowLeft size={14} aria-hidden />
            {texts.back}
          </Button>
          <Button ref={next} look={done ? 'primary' : 'plain'} disabled={!done} onClick={session.next}>
            {last ? texts.finish : texts.next}
            {last ? <Check size={14} aria-hidden /> : <ArrowRight size={14} aria-hidden />}
          </Button>
        </footer>
      )}
      <LockLayer />
      <Spotlight />
    </section>
  );
}

/** One mark a step; those reached can be gone to. */
function Steps() {
  const { lesson, store, goTo } = useSession();
  const { step, furthest, finished } = useStore(store, (state) => state.progress);
  return (
    <ol className={styles.steps}>
      {lesson.steps.map(({ id, title }, index) => (
        <li key={id}>
          <button
            type="button"
            className={styles.stepMark}
            aria-label={texts.goToStep(index + 1, title)}
            title={title}
            aria-current={index === step && !finished ? 'step' : undefined}
            data-reached={index <= furthest || undefined}
            disabled={index > furthest || finished}
            onClick={() => goTo(index)}
          />
        </li>
      ))}
    </ol>
  );
}
