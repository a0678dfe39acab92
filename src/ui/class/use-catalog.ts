import { useEffect, useState } from 'react';
import { room as texts } from '#texts/room.ts';
import { plainText } from '../../lessons/text.ts';
import type { Poll } from '../../class/lead.ts';
import { lessonQuestion, pollQuestion } from '../../store/class/reporting.ts';
import { type ListedLesson, listBuiltIn, listOwn } from '../lessons/lesson-library.ts';
import type { Option } from '../../store/class/histogram.ts';

/** The lessons, once they are fetched: those that come with the page, and the instructor's own. None if they can't be. */
export function useLessonCatalog(): readonly ListedLesson[] {
  const [lessons, setLessons] = useState<readonly ListedLesson[]>([]);
  useEffect(() => {
    let wanted = true;
    void Promise.allSettled([listBuiltIn(), listOwn()]).then((results) => {
      if (wanted) setLessons(results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])));
    });
    return () => {
      wanted = false;
    };
  }, []);
  return lessons;
}

/** A question as the instructor reads it. */
export interface Question {
  readonly id: string;
  readonly label: string;
  /** Of a choice; else empty. */
  readonly options: readonly Option[];
}

/** What a question is about, if it is one of a lesson here or the poll. */
export function describeQuestion(id: string, lessons: readonly ListedLesson[], poll: Poll | null): Question | null {
  if (poll && id === pollQuestion(poll.id)) {
    const options = poll.choices.map((label, i) => ({ key: String(i), label }));
    return { id, label: texts.pollOf(poll.question), options };
  }
  for (const { id: lessonId, lesson } of lessons) {
    const step = lesson.steps.find((each) => lessonQuestion(lessonId, each.id) === id);
    if (step?.kind !== 'predict') continue;
    const { answer } = step;
    const options =
      answer.kind === 'choice'
        ? answer.options.map((option) => ({ key: option.id, label: plainText(option.text) }))
        : [];
    return { id, label: texts.stepOf(lesson.title, plainText(step.question)), options };
  }
  return null;
}
