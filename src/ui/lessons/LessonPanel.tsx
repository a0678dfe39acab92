import { lessons as texts } from '#texts/lessons.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { LessonGuide } from './LessonGuide.tsx';
import styles from './LessonPanel.module.css';
import { SessionProvider } from './LessonText.tsx';
import { useLessonSession } from './use-lesson-session.ts';

/** The lesson in progress, or why it can't be one. */
export function LessonPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const app = useApp();
  const load = useLessonSession(id);
  if (load.kind === 'ready') {
    return (
      <SessionProvider session={load.session}>
        <LessonGuide id={id} />
      </SessionProvider>
    );
  }
  if (load.kind === 'loading') return <div className={styles.panel} aria-busy="true" />;
  return (
    <div className={styles.panel}>
      <div className={styles.body} role="alert">
        <h2>{load.kind === 'missing' ? texts.noSuchLesson(id) : texts.broken}</h2>
        {load.kind === 'failed' && <p>{load.message}</p>}
        <p className={styles.buttons}>
          <Button
            onClick={() => {
              onClose();
              app.show('lessons');
            }}
          >
            {texts.allLessons}
          </Button>
        </p>
      </div>
    </div>
  );
}
