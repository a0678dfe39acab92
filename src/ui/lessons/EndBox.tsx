import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { lessonAfter, type ListedLesson } from './lesson-library.ts';
import styles from './LessonPanel.module.css';
import { useSession } from './LessonText.tsx';
import { SourceList } from './SourceList.tsx';

/** The end: how it went, and where to go from here. */
export function EndBox(props: { readonly id: string; readonly heading: RefObject<HTMLHeadingElement | null> }) {
  const app = useApp();
  const session = useSession();
  const graded = useStore(session.store, ({ progress }) => progress.graded);
  const [next, setNext] = useState<ListedLesson | null>(null);
  useEffect(() => {
    lessonAfter(props.id).then(setNext, () => setNext(null));
  }, [props.id]);
  const all = Object.values(graded);
  return (
    <>
      <h3 ref={props.heading} tabIndex={-1} className={styles.stepTitle}>
        {texts.done}
      </h3>
      <div className={styles.text}>
        <p>
          {texts.predictionsRight(all.filter(Boolean).length, all.length)} {texts.doneNote}
        </p>
        {session.lesson.teaches.length > 0 && (
          <>
            <h4>{texts.teaches}</h4>
            <ul>
              {session.lesson.teaches.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={styles.choices}>
        {next && (
          <Button look="primary" onClick={() => app.setGuide({ kind: 'lesson', id: next.id })}>
            {texts.nextLesson(next.lesson.title)}
          </Button>
        )}
        <Button look={next ? 'plain' : 'primary'} onClick={() => session.leave('before')}>
          {texts.backTo}
        </Button>
        <Button onClick={() => session.leave('block')}>{texts.keepBlock}</Button>
        <Button onClick={() => app.show('lessons')}>{texts.allLessons}</Button>
        <Button look="quiet" onClick={session.restart}>
          {texts.restart}
        </Button>
      </div>
      <SourceList sources={session.lesson.sources} />
    </>
  );
}
