import type { Lesson, Step } from './lesson.ts';

/** What the page keeps back in a step (`StepBase.hide`): what the step says, else the run, as long as a run step of the same block is to come. */
export function hiddenIn({ steps }: Lesson, index: number): NonNullable<Step['hide']> {
  const step = steps[index];
  if (!step) return 'nothing';
  if (step.hide) return step.hide;
  if (step.kind === 'change') return 'nothing';
  for (let at = index; at < steps.length; at++) {
    if (at > index && steps[at]?.scenario) break;
    if (steps[at]?.kind === 'run') return 'run';
  }
  return 'nothing';
}
