import { room as texts } from '#texts/room.ts';
import type { Answer as Said } from '../../lessons/answer.ts';
import type { Answer, Place } from '../../class/hand.ts';
import { LIMITS } from '../../class/limits.ts';
import type { Participant } from '../../class/participant.ts';
import type { Location } from '../../model/location.ts';
import type { App, GuideProgress } from '../app.ts';
import type { Clock } from '../clock.ts';
import { presentationOf } from '../presentation.ts';
import type { Following } from './following.ts';

/** Where somebody is changes with every click; the instructor needs it within about a second. */
const PLACE_MS = 700;

/** Under which the answer to a step of a lesson is kept, and that to a poll. */
export const lessonQuestion = (lesson: string, step: string): string => `${lesson}/${step}`;
export const pollQuestion = (poll: string): string => `poll/${poll}`;

/** Tells the room where this page is, what was predicted, and what came of puzzles. Returns the way to stop. */
export function createReporting(app: App, participant: Participant, following: Following, clock: Clock): () => void {
  let cancel: (() => void) | null = null;
  const tellPlace = (): void => {
    cancel = null;
    participant.setPlace(placeOf(app, following.store.getState().follow === 'on'));
  };
  const later = (): void => {
    cancel ??= clock.after(PLACE_MS, tellPlace);
  };
  /** As they were called when they were marked: a later step may have another block. */
  const names = new Map<Location, string>();
  const nameOf = (location: Location): string => {
    const { scenario, block } = app.document.getState();
    const name =
      names.get(location) ?? presentationOf(scenario, block, app.run.getState().analysis).locationName(location);
    names.set(location, name);
    return name;
  };
  const tellProgress = (progress: GuideProgress | null): void => {
    if (progress?.kind === 'lesson') {
      for (const [step, said] of Object.entries(progress.answers)) {
        participant.answer(lessonQuestion(progress.id, step), toAnswer(said, progress.graded[step] ?? null, nameOf));
      }
    } else if (progress?.best) participant.result(progress.id, { ...progress.best });
  };

  const unsubscribes = [
    app.view.subscribe((view, before) => {
      if (view.progress !== before.progress) tellProgress(view.progress);
      if (view.progress !== before.progress || view.guide !== before.guide || view.screen !== before.screen) later();
    }),
    app.document.subscribe((state, before) => {
      if (state.scenario.title !== before.scenario.title) later();
    }),
    following.store.subscribe((state, before) => {
      if (state.follow !== before.follow) later();
    }),
  ];
  tellPlace();
  tellProgress(app.view.getState().progress);
  return () => {
    cancel?.();
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

function placeOf(app: App, following: boolean): Place {
  const { screen, guide, progress } = app.view.getState();
  if (guide && progress?.kind === guide.kind) {
    const { id, title } = progress;
    return progress.kind === 'lesson'
      ? { kind: 'lesson', id, title, step: progress.step, steps: progress.steps, following }
      : { kind: 'puzzle', id, title, following };
  }
  if (screen !== 'bench') return { kind: 'other', title: texts.screens[screen], following };
  return { kind: 'bench', title: app.document.getState().scenario.title || texts.untitled, following };
}

function toAnswer(said: Said, right: boolean | null, nameOf: (location: Location) => string): Answer {
  switch (said.kind) {
    case 'choice':
      return { kind: 'choice', option: said.option, right };
    case 'number':
      return { kind: 'number', number: said.number, right };
    case 'transactions':
      return { kind: 'marks', marks: said.transactions.slice(0, LIMITS.marks).map(texts.transaction), right };
    case 'lanes':
      return { kind: 'marks', marks: said.lanes.slice(0, LIMITS.marks).map((lane) => texts.lane(lane + 1)), right };
    case 'locations':
      return { kind: 'marks', marks: said.locations.slice(0, LIMITS.marks).map(nameOf), right };
  }
}
