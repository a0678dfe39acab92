import { room as texts } from '#texts/room.ts';
import type { Instructor } from '../../class/instructor.ts';
import type { Call } from '../../class/lead.ts';
import { LIMITS } from '../../class/limits.ts';
import { scenarioFromText, scenarioToText } from '../../formats/scenario-file.ts';
import type { App } from '../app.ts';
import { byteLength } from './byte-length.ts';
import type { Clock } from '../clock.ts';

/** What the instructor's page does for the others: sends, is followed, asks, opens what was handed in. */
export interface Leading {
  /** The open document; with its moment, or at the end of its run. Says false, and why, when it is too large. */
  sendDocument(withMoment: boolean): boolean;
  sendGuide(what: Exclude<Call['what'], { kind: 'scenario' }>, title: string): void;
  setFollow(on: boolean): void;
  ask(question: string, choices: readonly string[]): void;
  endPoll(): void;
  openSolution(seat: number): Promise<void>;
  remove(seat: number): void;
  dispose(): void;
}

/** A moment travels at most this often (milliseconds), a document half as often: smooth to the eye, and a tenth of what the room allows. */
const MOMENT_MS = 100;
const SCENE_MS = 200;

export function createLeading(app: App, instructor: Instructor, clock: Clock, newId: () => string): Leading {
  const documentText = (): string | null => {
    const text = scenarioToText(app.document.getState().scenario);
    if (byteLength(text) <= LIMITS.sentText) return text;
    app.notify({ kind: 'error', title: texts.tooLargeToSend, message: texts.tooLargeToSendNote });
    return null;
  };
  const title = (): string => app.document.getState().scenario.title || texts.untitled;
  const share = (): number => {
    const end = app.run.getState().events.at(-1)?.at ?? 0;
    return end > 0 ? Math.min(1, app.view.getState().time / end) : 1;
  };
  const call = (what: Call['what'], name: string): void => {
    // After a reload of this page the numbers go on.
    const number = (instructor.lead.getState().call?.number ?? 0) + 1;
    instructor.set('call', { number, title: name, what });
  };

  const tellMoment = (): void => {
    if (!instructor.lead.getState().follow) return;
    const { selected, lanesView } = app.view.getState();
    const moment = { at: share(), selected: selected.slice(0, LIMITS.marks), lanesView, shown: shownOf(app) };
    if (JSON.stringify(moment) !== JSON.stringify(instructor.lead.getState().moment)) instructor.set('moment', moment);
  };
  let sentScene: unknown = null;
  const sendScene = throttle(clock, SCENE_MS, () => {
    const { scenario } = app.document.getState();
    if (!instructor.lead.getState().follow || scenario === sentScene) return;
    const text = documentText();
    if (text === null) return;
    sentScene = scenario;
    // First, so that nobody runs a block that is held back here.
    tellMoment();
    instructor.set('scene', { title: title(), text });
  });
  const sendMoment = throttle(clock, MOMENT_MS, tellMoment);
  const unsubscribes = [
    app.document.subscribe(sendScene),
    app.view.subscribe((view, before) => {
      if (view.time !== before.time || view.selected !== before.selected || view.lanesView !== before.lanesView)
        sendMoment();
    }),
    app.run.subscribe((run, before) => {
      if (run.events !== before.events || run.status !== before.status) sendMoment();
    }),
  ];

  // This page was reloaded while others follow it.
  instructor.joined.then(
    () => {
      sendScene();
      sendMoment();
    },
    () => {},
  );

  return {
    sendDocument(withMoment) {
      const text = documentText();
      if (text === null) return false;
      call({ kind: 'scenario', text, moment: withMoment ? share() : null }, title());
      return true;
    },
    sendGuide: call,
    setFollow(on) {
      sentScene = null;
      instructor.set('follow', on || null);
      if (on) {
        sendScene();
        sendMoment();
      } else {
        instructor.set('scene', null);
        instructor.set('moment', null);
      }
    },
    ask(question, choices) {
      instructor.set('poll', { id: newId(), question, choices: [...choices], open: true });
    },
    endPoll() {
      const { poll } = instructor.lead.getState();
      if (poll) instructor.set('poll', { ...poll, open: false });
    },
    async openSolution(seat) {
      const solution = instructor.solution(seat);
      if (!solution) return;
      try {
        const scenario = scenarioFromText(solution.text);
        await app.saved();
        app.setGuide(null);
        app.show('bench');
        app.open(scenario);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        app.notify({ kind: 'error', title: texts.notOpened(solution.title), message });
      }
    },
    remove(seat) {
      instructor.set('removed', [...(instructor.lead.getState().removed ?? []), seat].slice(-LIMITS.seats * 4));
    },
    dispose() {
      for (const unsubscribe of unsubscribes) unsubscribe();
    },
  };
}

function shownOf(app: App): 'nothing' | 'analysis' | 'run' {
  const { status, report, stale, analysed } = app.run.getState();
  if (status === 'running' || (report !== null && !stale)) return 'run';
  return analysed !== null && analysed.block === app.document.getState().block ? 'analysis' : 'nothing';
}

/** Calls `act` at once, and again once `ms` later if asked for meanwhile. */
function throttle(clock: Clock, ms: number, act: () => void): () => void {
  let resting = false;
  let wanted = false;
  const call = (): void => {
    wanted = resting;
    if (resting) return;
    resting = true;
    clock.after(ms, () => {
      resting = false;
      if (wanted) call();
    });
    act();
  };
  return call;
}
