import { useEffect, useState } from 'react';
import { room as texts } from '#texts/room.ts';
import { BUILT_IN_LESSONS, loadBuiltIn } from '../../lessons/built-in.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/text.ts';
import type { Poll } from '../../class/lead.ts';
import { lessonQuestion, pollQuestion } from '../../store/class/reporting.ts';
import type { Option } from '../../store/class/histogram.ts';

/** The lessons, once they are fetched; those that can't be are left out. */
export function useLessonCatalog(): readonly Lesson[] {
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  useEffect(() => {
    let wanted = true;
    void Promise.allSettled(BUILT_IN_LESSONS.map(loadBuiltIn)).then((results) => {
      if (wanted) setLessons(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
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
export function describeQuestion(id: string, lessons: readonly Lesson[], poll: Poll | null): Question | null {
  if (poll && id === pollQuestion(poll.id)) {
    const options = poll.choices.map((label, i) => ({ key: String(i), label }));
    return { id, label: texts.pollOf(poll.question), options };
  }
  for (const lesson of lessons) {
    const step = lesson.steps.find((each) => lessonQuestion(lesson.id, each.id) === id);
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
