import type { Location } from '../model/location.ts';
import type { Answer } from './answer.ts';
import { holds, findValue } from './evaluate.ts';
import { findLanes, findLocations, findTransactions } from './find-sets.ts';
import type { AnswerSpec, ChoiceOption, NumberSpec, PredictStep } from './lesson.ts';
import type { Evidence } from './scene.ts';
import type { Paragraph } from './text.ts';

/** Marks of a prediction over the result. */
export interface MarkGrades<T> {
  /** Marked, and so it came. */
  readonly hit: readonly T[];
  /** Came, and wasn't marked. */
  readonly missed: readonly T[];
  /** Marked, and didn't come. */
  readonly wrong: readonly T[];
}

/** A prediction against the run. */
export type Grade = { readonly right: boolean; readonly text: readonly Paragraph[] } & (
  | { readonly kind: 'choice'; readonly said: string; readonly is: readonly string[] }
  | { readonly kind: 'number'; readonly said: number; readonly is: number }
  | ({ readonly kind: 'transactions' } & MarkGrades<number>)
  | ({ readonly kind: 'locations' } & MarkGrades<Location>)
  | ({ readonly kind: 'lanes' } & MarkGrades<number>)
);

/** What is right, found in the run; null while it isn't there, or when an answer can't be right (no option holds). */
export function rightAnswer(spec: AnswerSpec, evidence: Evidence): Answer | null {
  switch (spec.kind) {
    case 'choice': {
      const right = rightOptions(spec.options, evidence)?.[0];
      return right ? { kind: 'choice', option: right.id } : null;
    }
    case 'number': {
      const number = findValue(evidence, spec.value);
      return number === null ? null : { kind: 'number', number };
    }
    case 'transactions': {
      const found = findTransactions(evidence.now, spec.set);
      return found && { kind: 'transactions', transactions: sorted(found) };
    }
    case 'locations': {
      const found = findLocations(evidence.now, spec.set);
      return found && { kind: 'locations', locations: [...found] };
    }
    case 'lanes': {
      const found = findLanes(evidence.now, spec.set);
      return found && { kind: 'lanes', lanes: sorted(found) };
    }
  }
}

/** Null while a condition can't be decided. */
export function rightOptions(options: readonly ChoiceOption[], evidence: Evidence): readonly ChoiceOption[] | null {
  const held = options.map(({ right }) => holds(evidence, right));
  return held.includes(null) ? null : options.filter((_, i) => held[i]);
}

/** Compares an answer with the run; null while the run isn't there, or when the answer is of another kind. */
export function grade(step: PredictStep, answer: Answer, evidence: Evidence): Grade | null {
  const { answer: spec } = step;
  const verdict = (right: boolean, foreseen?: Paragraph): Pick<Grade, 'right' | 'text'> => ({
    right,
    text: [...(foreseen ? [foreseen] : []), right ? step.right : step.wrong],
  });
  switch (spec.kind) {
    case 'choice': {
      if (answer.kind !== 'choice') return null;
      const is = rightOptions(spec.options, evidence)?.map(({ id }) => id);
      if (!is) return null;
      const chosen = spec.options.find(({ id }) => id === answer.option);
      return { kind: 'choice', said: answer.option, is, ...verdict(is.includes(answer.option), chosen?.why) };
    }
    case 'number': {
      if (answer.kind !== 'number') return null;
      const is = findValue(evidence, spec.value);
      if (is === null) return null;
      const right = isNear(answer.number, is, spec);
      const foreseen = spec.foreseen.find(({ answer: wrong }) => {
        const value = findValue(evidence, wrong);
        return value !== null && isNear(answer.number, value, spec);
      });
      return { kind: 'number', said: answer.number, is, ...verdict(right, right ? undefined : foreseen?.text) };
    }
    case 'transactions': {
      const is = findTransactions(evidence.now, spec.set);
      if (answer.kind !== 'transactions' || !is) return null;
      const marks = gradeMarks(answer.transactions, is);
      const foreseen = spec.foreseen.find((wrong) =>
        isSame(answer.transactions, findTransactions(evidence.now, wrong.answer)),
      );
      return { kind: 'transactions', ...marks, ...verdictOf(marks, foreseen?.text) };
    }
    case 'locations': {
      const is = findLocations(evidence.now, spec.set);
      if (answer.kind !== 'locations' || !is) return null;
      const marks = gradeMarks(answer.locations, is);
      const foreseen = spec.foreseen.find((wrong) =>
        isSame(answer.locations, findLocations(evidence.now, wrong.answer)),
      );
      return { kind: 'locations', ...marks, ...verdictOf(marks, foreseen?.text) };
    }
    case 'lanes': {
      const is = findLanes(evidence.now, spec.set);
      if (answer.kind !== 'lanes' || !is) return null;
      const marks = gradeMarks(answer.lanes, is);
      const foreseen = spec.foreseen.find((wrong) => isSame(answer.lanes, findLanes(evidence.now, wrong.answer)));
      return { kind: 'lanes', ...marks, ...verdictOf(marks, foreseen?.text) };
    }
  }

  function verdictOf(marks: MarkGrades<unknown>, foreseen?: Paragraph) {
    const right = marks.missed.length === 0 && marks.wrong.length === 0;
    return verdict(right, right ? undefined : foreseen);
  }
}

/** Near enough to count: within the share that the step allows, or equal to as many digits as the page shows. */
function isNear(said: number, is: number, { within = 0, unit }: NumberSpec): boolean {
  const shown = unit === 'times' || unit === 'percent' ? 0.005 : 0.5;
  return Math.abs(said - is) <= Math.max(within * Math.abs(is), shown);
}

function gradeMarks<T>(said: readonly T[], is: ReadonlySet<T>): MarkGrades<T> {
  const marked = new Set(said);
  return {
    hit: [...marked].filter((member) => is.has(member)),
    missed: [...is].filter((member) => !marked.has(member)),
    wrong: [...marked].filter((member) => !is.has(member)),
  };
}

function isSame<T>(said: readonly T[], wrong: ReadonlySet<T> | null): boolean {
  return wrong !== null && wrong.size === new Set(said).size && said.every((member) => wrong.has(member));
}

const sorted = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => a - b);
