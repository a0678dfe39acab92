import * as v from 'valibot';
import { type Answer, answerFromSchema } from './answer.ts';
import type { Lesson, Step } from './lesson.ts';
import { idSchema, MAX_STEPS } from './references.ts';

/**
 * How far somebody is in a lesson: a value, changed by the functions below.
 *
 * ```text
 *   explain                      ──────────────────────────────▶ next
 *   predict   ──answer──▶ locked ──────────────────────────────▶ next
 *   run       ──ran─────▶ done   ──────────────────────────────▶ next
 *   compare                      ──graded (by the caller)──────▶ next
 *   change    ──try─┬─ goals reached ─▶ solved by oneself ─────▶ next
 *                   └─ not yet ─hint─▶ … ─solution─▶ shown ────▶ next
 * ```
 */
export interface Progress {
  readonly lesson: string;
  /** Index of the step on screen. */
  readonly step: number;
  /** The furthest step reached. */
  readonly furthest: number;
  /** Predictions, locked in, by step. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Whether a prediction came true, by step, once it was compared. */
  readonly graded: Readonly<Record<string, boolean>>;
  /** How many hints were asked for, by step. */
  readonly hints: Readonly<Record<string, number>>;
  /** Runs that didn't reach the goals, by step. */
  readonly attempts: Readonly<Record<string, number>>;
  /** Steps run, and goals reached: by oneself, or after the solution was shown. */
  readonly done: Readonly<Record<string, 'self' | 'shown'>>;
  readonly finished: boolean;
}

export function startProgress(lesson: Lesson): Progress {
  return {
    lesson: lesson.id,
    step: 0,
    furthest: 0,
    answers: {},
    graded: {},
    hints: {},
    attempts: {},
    done: {},
    finished: false,
  };
}

/** Whether the step's task is done, so that one may go on. */
export function isDone(step: Step, progress: Progress): boolean {
  switch (step.kind) {
    case 'explain':
    case 'compare':
      return true;
    case 'predict':
      return Object.hasOwn(progress.answers, step.id);
    case 'run':
    case 'change':
      return Object.hasOwn(progress.done, step.id);
  }
}

/** Locks a prediction in. It can't be changed afterwards. */
export function lockAnswer(progress: Progress, step: Step, answer: Answer): Progress {
  if (step.kind !== 'predict' || isDone(step, progress) || answer.kind !== step.answer.kind) return progress;
  return { ...progress, answers: { ...progress.answers, [step.id]: answer } };
}

export function recordGrade(progress: Progress, stepId: string, right: boolean): Progress {
  if (progress.graded[stepId] === right) return progress;
  return { ...progress, graded: { ...progress.graded, [stepId]: right } };
}

/** One more hint of the step's ladder. */
export function takeHint(progress: Progress, step: Step): Progress {
  const most = step.kind === 'predict' || step.kind === 'change' ? step.hints.length : 0;
  const taken = progress.hints[step.id] ?? 0;
  return taken >= most ? progress : { ...progress, hints: { ...progress.hints, [step.id]: taken + 1 } };
}

/** A run step has run, or a change step's goals are reached. What was done by oneself stays so. */
export function recordDone(progress: Progress, stepId: string, how: 'self' | 'shown'): Progress {
  if (Object.hasOwn(progress.done, stepId)) return progress;
  return { ...progress, done: { ...progress.done, [stepId]: how } };
}

export function recordAttempt(progress: Progress, stepId: string): Progress {
  if (Object.hasOwn(progress.done, stepId)) return progress;
  return { ...progress, attempts: { ...progress.attempts, [stepId]: (progress.attempts[stepId] ?? 0) + 1 } };
}

/** The next step, or the end. Stays where the step's task isn't done. */
export function goOn(lesson: Lesson, progress: Progress): Progress {
  const step = lesson.steps[progress.step];
  if (!step || !isDone(step, progress)) return progress;
  if (progress.step === lesson.steps.length - 1) return { ...progress, finished: true };
  const next = progress.step + 1;
  return { ...progress, step: next, furthest: Math.max(progress.furthest, next) };
}

export function goBack(progress: Progress): Progress {
  return progress.step === 0 ? progress : { ...progress, step: progress.step - 1 };
}

/** To a step already reached. */
export function goTo(progress: Progress, step: number): Progress {
  return step < 0 || step > progress.furthest || step === progress.step ? progress : { ...progress, step };
}

const stepIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STEPS - 1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const byStep = <Value>(value: v.GenericSchema<unknown, Value>) =>
  v.pipe(
    v.record(idSchema, value),
    v.check((record) => Object.keys(record).length <= MAX_STEPS),
  );

const progressSchema: v.GenericSchema<unknown, Progress> = v.strictObject({
  lesson: idSchema,
  step: stepIndex,
  furthest: stepIndex,
  answers: byStep(answerFromSchema),
  graded: byStep(v.boolean()),
  hints: byStep(count),
  attempts: byStep(count),
  done: byStep(v.picklist(['self', 'shown'])),
  finished: v.boolean(),
});

/** Progress as it was kept; null when it doesn't fit the lesson as it is now, or was damaged. */
export function progressFrom(lesson: Lesson, kept: unknown): Progress | null {
  const read = v.safeParse(progressSchema, kept);
  if (!read.success) return null;
  const progress = read.output;
  const fits =
    progress.lesson === lesson.id &&
    progress.step <= progress.furthest &&
    progress.furthest < lesson.steps.length &&
    Object.entries(progress.answers).every(([id, answer]) =>
      lesson.steps.some((step) => step.kind === 'predict' && step.id === id && step.answer.kind === answer.kind),
    );
  return fits ? progress : null;
}
