import { useState } from 'react';
import { useStore } from 'zustand';
import type { Instructor } from '../../class/instructor.ts';
import { answeredQuestions, type Histogram, histogramOf } from '../../store/class/histogram.ts';
import { lessonQuestion, pollQuestion } from '../../store/class/reporting.ts';
import { useView } from '../common/app-context.tsx';
import { describeQuestion, type Question, useLessonCatalog } from './use-catalog.ts';

export interface ChosenQuestion {
  /** All that something is known about; the likeliest first. */
  readonly questions: readonly Question[];
  readonly question: Question | null;
  readonly histogram: Histogram | null;
  choose(id: string): void;
}

/** The question whose answers are looked at: as chosen, else the open poll, else that of the instructor's own lesson, else the one most answered. */
export function useQuestion(instructor: Instructor): ChosenQuestion {
  const seats = useStore(instructor.roster);
  const poll = useStore(instructor.lead, (lead) => lead.poll);
  const lessons = useLessonCatalog();
  const progress = useView((view) => view.progress);
  const [chosen, setChosen] = useState<string | null>(null);

  const own =
    progress?.kind === 'lesson' ? Object.keys(progress.answers).map((step) => lessonQuestion(progress.id, step)) : [];
  const asked = poll ? [pollQuestion(poll.id)] : [];
  const lessonsFirst = [...own.reverse(), ...answeredQuestions(seats)];
  const ids = new Set(poll?.open ? [...asked, ...lessonsFirst] : [...lessonsFirst, ...asked]);
  const questions = [...ids].flatMap((id) => describeQuestion(id, lessons, poll) ?? []);
  const question = questions.find(({ id }) => id === chosen) ?? questions[0] ?? null;
  return {
    questions,
    question,
    histogram: question && histogramOf(seats, question.id, question.options),
    choose: setChosen,
  };
}
