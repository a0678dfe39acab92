import { useEffect, useState } from 'react';
import type { App } from '../../store/app.ts';
import { createBrowserClock } from '../../store/clock.ts';
import { createLessonSession, type LessonSession } from '../../store/lesson/session.ts';
import { useApp } from '../common/app-context.tsx';
import { findLesson, keepProgress, readProgress } from './lesson-library.ts';

/** The one in progress. It outlives the panel, which goes away where a narrow window shows another tab. */
let current: { readonly app: App; readonly id: string; readonly session: LessonSession } | null = null;

export type SessionLoad =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly session: LessonSession }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly message: string };

/** The session of the lesson that guides; begun where one was, when it isn't there yet. */
export function useLessonSession(id: string): SessionLoad {
  const app = useApp();
  const [load, setLoad] = useState<SessionLoad>(() => known(app, id) ?? { kind: 'loading' });
  useEffect(() => {
    let wanted = true;
    const found = known(app, id);
    if (found) setLoad(found);
    else {
      open(app, id, () => wanted).then(
        (opened) => wanted && opened && setLoad(opened),
        (error: unknown) =>
          wanted && setLoad({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    }
    return () => {
      wanted = false;
    };
  }, [app, id]);
  return load;
}

function known(app: App, id: string): SessionLoad | null {
  if (current?.app !== app || current.id !== id || current.session.ended()) return null;
  return { kind: 'ready', session: current.session };
}

async function open(app: App, id: string, isWanted: () => boolean): Promise<SessionLoad | null> {
  const [lesson, examples] = await Promise.all([findLesson(id), app.examples()]);
  if (!isWanted()) return null;
  if (!lesson) return { kind: 'missing' };
  const kept = readProgress(id, lesson);
  const session = createLessonSession({
    app,
    lesson,
    id,
    progress: kept?.finished ? null : kept,
    onProgress: (progress) => keepProgress(id, progress),
    findExample: (name) => examples.find((example) => example.id === name),
    clock: createBrowserClock(),
    calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  current = { app, id, session };
  return { kind: 'ready', session };
}
