import type { Answer } from '../../lessons/answer.ts';
import { findTransactions } from '../../lessons/find-sets.ts';
import type { Grade } from '../../lessons/grade.ts';
import type { PredictStep, Step } from '../../lessons/lesson.ts';
import { indexOfRef, locationNamed, type Scene } from '../../lessons/scene.ts';
import type { Location } from '../../model/location.ts';
import type { Mark } from '../../model/mark.ts';
import type { Marks } from '../marks.ts';

/** A prediction as it stands: still being made, locked in, or over the result. */
export interface Prediction {
  readonly step: PredictStep;
  readonly answer: Answer | null;
  readonly grade: Grade | null;
}

/** What a step draws into the views: its predictions, and what its text points at. */
export function marksOf(step: Step, predictions: readonly Prediction[], scene: Scene, open: boolean): Marks {
  const transactions = new Map<number, Mark>();
  const locations = new Map<Location, Mark>();
  const lanes = new Map<number, Mark>();
  for (const target of step.spotlight ?? []) {
    if ('tx' in target) transactions.set(indexOfRef(scene.scenario, target.tx), 'spot');
    if ('transactions' in target) {
      for (const tx of findTransactions(scene, target.transactions) ?? []) transactions.set(tx, 'spot');
    }
    if ('lane' in target) lanes.set(target.lane - 1, 'spot');
    const location = 'location' in target ? locationNamed(scene, target.location) : undefined;
    if (location !== undefined) locations.set(location, 'spot');
  }
  let figure: Marks['figure'] = null;
  for (const { step: asked, answer, grade } of predictions) {
    if (grade?.kind === 'transactions') setGrades(transactions, grade);
    else if (grade?.kind === 'locations') setGrades(locations, grade);
    else if (grade?.kind === 'lanes') setGrades(lanes, grade);
    else if (answer?.kind === 'transactions') for (const tx of answer.transactions) transactions.set(tx, 'marked');
    else if (answer?.kind === 'locations') for (const location of answer.locations) locations.set(location, 'marked');
    else if (answer?.kind === 'lanes') for (const lane of answer.lanes) lanes.set(lane, 'marked');
    else if (answer?.kind === 'number') figure = saidFigure(asked, answer.number) ?? figure;
  }
  const kind = open && step.kind === 'predict' ? step.answer.kind : null;
  const asks = kind === 'transactions' || kind === 'locations' || kind === 'lanes' ? kind : null;
  return { asks, transactions, locations, lanes, figure };
}

function setGrades<T>(marks: Map<T, Mark>, grade: { hit: readonly T[]; missed: readonly T[]; wrong: readonly T[] }) {
  for (const member of grade.hit) marks.set(member, 'right');
  for (const member of grade.missed) marks.set(member, 'missed');
  for (const member of grade.wrong) marks.set(member, 'wrong');
}

/** A predicted number that is a figure of the page, so that it can be shown beside it. */
function saidFigure({ answer }: PredictStep, said: number): Marks['figure'] {
  if (answer.kind !== 'number' || typeof answer.value === 'number' || !('figure' in answer.value)) return null;
  return { name: answer.value.figure, said };
}

/** The answer that the marks in the views make. */
export function answerFromMarks(marks: Marks): Answer | null {
  const marked = <T>(map: ReadonlyMap<T, Mark>): T[] =>
    [...map].flatMap(([key, mark]) => (mark === 'marked' ? [key] : []));
  const rising = (a: number, b: number): number => a - b;
  switch (marks.asks) {
    case 'transactions':
      return { kind: 'transactions', transactions: marked(marks.transactions).sort(rising) };
    case 'locations':
      return { kind: 'locations', locations: marked(marks.locations) };
    case 'lanes':
      return { kind: 'lanes', lanes: marked(marks.lanes).sort(rising) };
    case null:
      return null;
  }
}

export function sameMarks(a: Marks, b: Marks): boolean {
  const same = <T>(x: ReadonlyMap<T, Mark>, y: ReadonlyMap<T, Mark>): boolean =>
    x.size === y.size && [...x].every(([key, mark]) => y.get(key) === mark);
  return (
    a.asks === b.asks &&
    a.figure?.name === b.figure?.name &&
    a.figure?.said === b.figure?.said &&
    same(a.transactions, b.transactions) &&
    same(a.locations, b.locations) &&
    same(a.lanes, b.lanes)
  );
}
