import { useEffect, useState } from 'react';
import { handout as texts } from '#texts/handout.ts';
import type { AnswerSpec, Lesson, Step } from '../../lessons/lesson.ts';
import { useApp } from '../common/app-context.tsx';
import { notifyNotFetched } from '../common/notify-not-fetched.ts';
import { findLesson } from '../lessons/lesson-library.ts';
import styles from './Handout.module.css';
import { PaperText } from './PaperText.tsx';

interface LessonHandoutProps {
  readonly id: string;
  readonly onReady: () => void;
}

/** A lesson as a sheet to work on: what to predict, with room to write, and what to try on the page. */
export function LessonHandout({ id, onReady }: LessonHandoutProps) {
  const app = useApp();
  const [lesson, setLesson] = useState<Lesson | null>(null);
  useEffect(() => {
    findLesson(id).then(setLesson, (error: unknown) => {
      app.print(null);
      notifyNotFetched(app, error);
    });
  }, [app, id]);
  useEffect(() => {
    if (lesson) onReady();
  }, [lesson, onReady]);
  if (!lesson) return null;
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{lesson.title}</h1>
          <p>{lesson.summary}</p>
          <p>{texts.minutes(lesson.minutes)}</p>
        </div>
        <p className={styles.who}>
          <span>{texts.name}</span>
          <span>{texts.date}</span>
        </p>
      </header>
      {lesson.steps.map((step, i) => (
        <section key={step.id} className={styles.step}>
          <h3>
            {step.title} <span>{texts.kinds[step.kind]}</span> <span>{texts.step(i + 1, lesson.steps.length)}</span>
          </h3>
          {step.text.map((paragraph, at) => (
            <p key={at}>
              <PaperText nodes={paragraph} />
            </p>
          ))}
          <Task step={step} />
        </section>
      ))}
      <section>
        <h2>{texts.sources}</h2>
        <ul>
          {lesson.sources.map(({ label, url }) => (
            <li key={label}>
              {label} {url}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is to be done in a step, and room for it. */
function Task({ step }: { readonly step: Step }) {
  switch (step.kind) {
    case 'explain':
      return null;
    case 'run':
      return <p>{texts.runIt}</p>;
    case 'compare':
      return (
        <>
          <p>{texts.compareIt}</p>
          <div className={styles.lines} aria-hidden />
        </>
      );
    case 'change':
      return (
        <>
          {step.goals.map(({ text }, i) => (
            <p key={i}>
              {texts.goal} <PaperText nodes={text} />
            </p>
          ))}
          <div className={styles.lines} aria-hidden />
        </>
      );
    case 'predict':
      return (
        <>
          <p>
            <strong>
              <PaperText nodes={step.question} />
            </strong>
          </p>
          <AnswerSpace answer={step.answer} />
        </>
      );
  }
}

function AnswerSpace({ answer }: { readonly answer: AnswerSpec }) {
  if (answer.kind === 'choice') {
    return (
      <ol className={styles.options}>
        {answer.options.map(({ id, text }) => (
          <li key={id}>
            <PaperText nodes={text} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <>
      {answer.kind !== 'number' && <p>{texts.mark[answer.kind]}</p>}
      <div className={styles.lines} aria-hidden />
    </>
  );
}
