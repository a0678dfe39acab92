import { FileUp } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { lessons as texts } from '#texts/lessons.ts';
import { MAX_LESSON_TEXT } from '../../lessons/lesson.ts';
import type { App } from '../../store/app.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import screen from '../common/ScreenView.module.css';
import { ScreenView } from '../common/ScreenView.tsx';
import { LessonCard } from './LessonCard.tsx';
import { lastLesson, listBuiltIn, type ListedLesson, listOwn, ownLessons } from './lesson-library.ts';
import styles from './LessonList.module.css';

type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly lessons: readonly ListedLesson[] };

/** The lessons that come with the page, how far one is in each, and one's own. */
export function LessonList({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const [load, setLoad] = useState<Load>({ kind: 'loading' });
  const [own, setOwn] = useState<readonly ListedLesson[]>([]);
  const fetchLessons = useCallback(() => {
    setLoad({ kind: 'loading' });
    listBuiltIn().then(
      (lessons) => setLoad({ kind: 'ready', lessons }),
      () => setLoad({ kind: 'failed' }),
    );
    void listOwn().then(setOwn);
  }, []);
  useEffect(() => {
    fetchLessons();
    // Wanted next; what can't be fetched is told then.
    import('./LessonPanel.tsx').catch(() => {});
    app.examples().catch(() => {});
  }, [app, fetchLessons]);

  const begin = (id: string): void => {
    app.setGuide({ kind: 'lesson', id });
    onClose();
  };
  const addFile = async (file: File): Promise<void> => {
    const id = await keepFile(app, file);
    if (id !== null) begin(id);
  };
  const lessons = load.kind === 'ready' ? load.lessons : [];
  const done = lessons.filter(({ progress }) => progress?.finished).length;
  const begun = [...lessons, ...own].filter(({ progress }) => progress && !progress.finished && progress.furthest > 0);
  const open = begun.find(({ id }) => id === lastLesson()) ?? begun[0];

  return (
    <ScreenView
      title={texts.lessons}
      note={
        <>
          {texts.lessonsNote} {lessons.length > 0 && texts.lessonCount(done, lessons.length)}
        </>
      }
      head={
        open && (
          <Button look="primary" onClick={() => begin(open.id)}>
            {texts.goOnWhereYouLeft}
          </Button>
        )
      }
      close={texts.backToTheBench}
      onClose={onClose}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        // Else the page would try it as a block.
        event.nativeEvent.stopPropagation();
        void addFile(file);
      }}
    >
      <div className={screen.body}>
        {load.kind === 'loading' && <p className={styles.note}>{texts.loading}</p>}
        {load.kind === 'failed' && (
          <p className={styles.note} role="alert">
            {texts.notFetched} <Button onClick={fetchLessons}>{texts.tryAgain}</Button>
          </p>
        )}
        <ol className={styles.list}>
          {lessons.map((listed, index) => (
            <LessonCard key={listed.id} listed={listed} number={index + 1} onBegin={() => begin(listed.id)} />
          ))}
        </ol>
        <div className={styles.own}>
          <h3>{texts.ownLessons}</h3>
          <p className={styles.note}>{texts.ownLessonsNote}</p>
          <FileButton onFile={(file) => void addFile(file)} />
          <ol className={styles.list}>
            {own.map((listed) => (
              <LessonCard
                key={listed.id}
                listed={listed}
                onBegin={() => begin(listed.id)}
                onShare={() => void share(app, listed)}
                onRemove={() => void ownLessons.remove(listed.id).then(() => listOwn().then(setOwn))}
              />
            ))}
          </ol>
        </div>
      </div>
    </ScreenView>
  );
}

function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <FileUp size={14} aria-hidden />
        {texts.openLesson}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file again is a change, too: it may have been corrected.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

async function share(app: App, { id, lesson }: ListedLesson): Promise<void> {
  const [{ copyLessonLink }, text] = await Promise.all([
    import('../sharing/copy-lesson-link.ts'),
    ownLessons.textOf(id),
  ]);
  if (text !== null) await copyLessonLink(app, lesson.title, text);
}

/** The id of the lesson in the file; null, with a notice, when it is none. */
async function keepFile(app: App, file: File): Promise<string | null> {
  try {
    // UTF-8 has at most four bytes a character.
    return await ownLessons.add(await file.slice(0, 4 * MAX_LESSON_TEXT + 4).text());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    app.notify({ kind: 'error', title: texts.notALesson(file.name), message });
    return null;
  }
}
