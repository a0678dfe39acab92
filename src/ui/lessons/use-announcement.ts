import { useEffect, useState } from 'react';
import { lessons as texts } from '#texts/lessons.ts';
import type { LessonSession } from '../../store/lesson/session.ts';

/** The last thing that happened in the lesson, for those who don't see it. */
export function useAnnouncement(session: LessonSession): string {
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      session.store.subscribe((state, before) => {
        const step = session.lesson.steps[state.progress.step];
        if (state.refused !== before.refused && state.refused) setSaid(texts.lockedControl(state.refused.control));
        if (state.progress.answers !== before.progress.answers) setSaid(texts.locked);
        if (state.progress.done !== before.progress.done) {
          setSaid(step?.kind === 'run' ? texts.hasRun : texts.goalReached);
        }
        if (state.progress.graded !== before.progress.graded && step?.kind === 'compare') {
          const grades = state.predictions.flatMap(({ grade }) => grade ?? []);
          if (grades.length > 0) setSaid(texts.someRight(grades.filter(({ right }) => right).length, grades.length));
        }
        if (state.progress.finished && !before.progress.finished) setSaid(texts.done);
      }),
    [session],
  );
  return said;
}
