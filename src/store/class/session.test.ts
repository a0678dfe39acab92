import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestRoom, type TestRoom, until } from '../../class/test-support/test-room.ts';
import { lessonFromText } from '../../lessons/lesson.ts';
import { independentPayments } from '../../workloads/examples/payments.ts';
import { createBrowserClock } from '../clock.ts';
import { analysisOf } from '../test-support/scripted-runner.ts';
import { createTestApp } from '../test-support/test-app.ts';
import { createClassSession, type SessionState } from './session.ts';

let room: TestRoom;
const ends: (() => void)[] = [];
beforeEach(async () => {
  room = await openTestRoom();
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await room.end();
});

/** The storage of one tab. */
function createMemory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A page: the app, and its end of the class. */
function openPage(tab = createMemory()) {
  const { app, ...rest } = createTestApp();
  const { server, WebSocket } = room.address;
  const session = createClassSession(app, {
    server,
    // Real timers, as the room has.
    clock: createBrowserClock(),
    storage: tab,
    random: randomBytes,
    addLesson: async (text) => `own:${lessonFromText(text).id}`,
    ...(WebSocket && { WebSocket }),
  });
  ends.push(() => {
    session.leave();
    app.dispose();
  });
  return { ...rest, app, session, tab };
}

type Leads = Extract<SessionState, { kind: 'leads' }>;
type TakesPart = Extract<SessionState, { kind: 'takes part' }>;

async function openInstructor() {
  const page = openPage();
  page.app.setRoom({ code: room.address.code, key: room.key });
  expect(page.session.enter()).toBe(true);
  const state = page.session.store.getState() as Leads;
  await state.instructor.joined;
  return { ...page, ...state };
}

async function openParticipant(name: string) {
  const page = openPage();
  page.session.join(room.address.code, name);
  const state = page.session.store.getState() as TakesPart;
  await state.participant.joined;
  return { ...page, ...state };
}

test('a block is sent: asked first, opened on consent, and one’s own is among the recent ones', async () => {
  const instructor = await openInstructor();
  const [ada, ben] = [await openParticipant('Ada'), await openParticipant('Ben')];
  instructor.app.open(independentPayments.scenario());
  const { title } = instructor.app.document.getState().scenario;
  const own = ada.app.document.getState();
  // Saved only if changed; as anybody's would be.
  ada.app.edit('name it', (scenario) => ({ ...scenario, title: 'Mine' }));
  instructor.leading.sendDocument(false);
  await until(() => [ada, ben].every(({ following }) => following.store.getState().call?.title === title));
  expect(ada.app.document.getState().key).toBe(own.key);

  await ada.following.openCall();
  ben.following.stay();
  expect(ada.app.document.getState().scenario).toEqual(instructor.app.document.getState().scenario);
  expect(ben.app.document.getState().key).toBe(own.key);
  expect(ada.following.store.getState()).toMatchObject({ call: null, own: { title: 'Mine' } });
  await ada.app.saved();
  expect(await ada.app.recent()).toMatchObject([{ title: 'Mine' }]);

  await ada.following.backToOwn();
  expect(ada.app.document.getState().scenario.title).toBe('Mine');
  expect(ada.following.store.getState().own).toBeNull();
});

test('a lesson is sent', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  instructor.leading.sendGuide({ kind: 'lesson', id: 'one-lane' }, 'One lane');
  await until(() => ada.following.store.getState().call !== null);
  expect(ada.app.view.getState().guide).toBeNull();
  await ada.following.openCall();
  expect(ada.app.view.getState().guide).toEqual({ kind: 'lesson', id: 'one-lane' });
});

test('a lesson of the instructor’s own is sent as its file, and checked like any', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  const text = readFileSync('src/lessons/en/01-one-lane.json', 'utf8');
  instructor.leading.sendGuide({ kind: 'own-lesson', text }, 'Mine');
  await until(() => ada.following.store.getState().call !== null);
  await ada.following.openCall();
  expect(ada.app.view.getState().guide).toEqual({ kind: 'lesson', id: 'own:one-lane' });

  instructor.leading.sendGuide({ kind: 'own-lesson', text: text.replace('"steps"', '"stairs"') }, 'Broken');
  await until(() => ada.following.store.getState().call !== null);
  await ada.following.openCall();
  expect(ada.app.view.getState().guide).toEqual({ kind: 'lesson', id: 'own:one-lane' });
  expect(ada.app.notices.getState().notices[0]?.title).toContain('Broken');
});

test('who follows sees the instructor’s block, engine and lanes, until something of one’s own is done', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  instructor.app.open(independentPayments.scenario());
  instructor.leading.setFollow(true);
  await until(() => ada.following.store.getState().follow === 'asked');
  expect(ada.app.document.getState().scenario.transactions).toEqual([]);

  await ada.following.follow();
  const same = () =>
    isDeepStrictEqual(ada.app.document.getState().scenario, instructor.app.document.getState().scenario);
  await until(same);
  const { key } = ada.app.document.getState();
  instructor.app.edit('lanes', (scenario) => ({ ...scenario, settings: { ...scenario.settings, lanes: 7 } }));
  await until(() => ada.app.document.getState().scenario.settings.lanes === 7);
  instructor.app.setLanesView('board');
  await until(() => ada.app.view.getState().lanesView === 'board');
  // One document of one's own for all of it, not one for every change.
  expect(ada.app.document.getState().key).toBe(key);
  await until(() => instructor.instructor.roster.getState()[0]?.place?.following === true);

  ada.app.edit('mine', (scenario) => ({ ...scenario, title: 'My way' }));
  expect(ada.following.store.getState().follow).toBe('stopped');
  instructor.app.edit('lanes', (scenario) => ({ ...scenario, settings: { ...scenario.settings, lanes: 3 } }));
  await until(() => ada.participant.lead.getState().scene?.text.includes('"lanes":3') === true);
  expect(ada.app.document.getState().scenario.title).toBe('My way');

  await ada.following.follow();
  await until(same);
  instructor.leading.setFollow(false);
  await until(() => ada.following.store.getState().follow === 'off');
});

test('scenes that come while the first is being opened don’t touch one’s own document', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  ada.app.edit('name it', (scenario) => ({ ...scenario, title: 'Mine' }));
  const { key } = ada.app.document.getState();
  instructor.app.open(independentPayments.scenario());
  instructor.leading.setFollow(true);
  await until(() => ada.participant.lead.getState().scene !== null);

  // Storage is slow; meanwhile the instructor goes on.
  let finish: () => void = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { saved } = ada.app;
  Object.assign(ada.app, { saved: () => slow });
  const followed = ada.following.follow();
  instructor.app.edit('lanes', (scenario) => ({ ...scenario, settings: { ...scenario.settings, lanes: 6 } }));
  await until(() => ada.participant.lead.getState().scene?.text.includes('"lanes":6') === true);
  expect(ada.app.document.getState()).toMatchObject({ key, scenario: { title: 'Mine' } });
  finish();
  await followed;
  Object.assign(ada.app, { saved });
  expect(ada.app.document.getState().scenario.settings.lanes).toBe(6);
  ada.app.undo();
  ada.app.undo();
  expect(ada.app.document.getState()).toMatchObject({ key, scenario: { title: 'Mine' } });
});

test('what the instructor’s lesson holds back isn’t run on the pages that follow', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  instructor.app.hold('analysis');
  instructor.app.open(independentPayments.scenario());
  instructor.leading.setFollow(true);
  await until(
    () => ada.following.store.getState().follow === 'asked' && ada.participant.lead.getState().scene !== null,
  );
  const before = ada.runner.analyses.length;
  await ada.following.follow();
  expect(ada.app.document.getState().scenario.title).toBe('Independent payments');
  expect(ada.runner.analyses).toHaveLength(before);

  // Let go there, it is analysed here.
  instructor.app.hold('run');
  await until(() => instructor.runner.analyses.length > 0);
  await instructor.runner.analyses.at(-1)?.settle({ kind: 'done', value: analysisOf(1) });
  await until(() => ada.runner.analyses.length > before);
  await ada.runner.analyses.at(-1)?.settle({ kind: 'done', value: analysisOf(1) });
  expect(ada.runner.runs).toEqual([]);

  // And whoever stops following may run it.
  ada.following.stopFollowing();
  await until(() => ada.runner.runs.length > 0);
});

test('what isn’t a scenario is refused with a reason, and what is open stays', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  const before = ada.app.document.getState();
  for (const [number, text] of [
    '{"format":"lanewise-scenario","version":1}',
    '<script>',
    '['.repeat(9_000),
  ].entries()) {
    instructor.instructor.set('call', {
      number: number + 1,
      title: 'Bad',
      what: { kind: 'scenario', text, moment: null },
    });
    await until(() => ada.following.store.getState().call !== null);
    await ada.following.openCall();
    expect(ada.app.document.getState()).toBe(before);
    expect(ada.app.notices.getState().notices).toHaveLength(number + 1);
  }
});

test('predictions and puzzle results reach the instructor', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  const lesson = { kind: 'lesson', id: 'l', title: 'Lanes', step: 2, steps: 5, graded: {} } as const;
  ada.app.setGuide({ kind: 'lesson', id: 'l' });
  ada.app.tellProgress({ ...lesson, answers: { p: { kind: 'choice', option: 'b' } } });
  const seat = () => instructor.instructor.roster.getState()[0];
  await until(() => seat()?.answers['l/p'] !== undefined);
  expect(seat()?.answers['l/p']).toEqual({ kind: 'choice', option: 'b', right: null });
  ada.app.tellProgress({ ...lesson, step: 3, answers: { p: { kind: 'choice', option: 'b' } }, graded: { p: true } });
  await until(() => seat()?.answers['l/p']?.right === true);
  await until(() => seat()?.place?.step === 3);
  expect(seat()?.place).toEqual({ kind: 'lesson', id: 'l', title: 'Lanes', step: 3, steps: 5, following: false });

  ada.app.setGuide({ kind: 'puzzle', id: 'z' });
  ada.app.tellProgress({ kind: 'puzzle', id: 'z', title: 'Z', best: { stars: 2, makespan: 90, optimum: 80 } });
  await until(() => seat()?.results.z?.stars === 2);
});

test('a solution handed in is opened on the instructor’s page', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  ada.app.open({ ...independentPayments.scenario(), title: 'By Ada' });
  ada.session.handIn();
  await until(() => instructor.instructor.roster.getState()[0]?.handedIn?.title === 'By Ada');
  await instructor.leading.openSolution(1);
  expect(instructor.app.document.getState().scenario.title).toBe('By Ada');
});

test('a tab comes back to its seat and isn’t asked twice; a room that ends is forgotten', async () => {
  const instructor = await openInstructor();
  const first = await openParticipant('Ada');
  instructor.leading.sendGuide({ kind: 'puzzle', id: 'p' }, 'P');
  await until(() => first.following.store.getState().call !== null);
  first.following.stay();

  const again = openPage(first.tab);
  again.app.setRoom({ code: room.address.code, key: null });
  expect(again.session.enter()).toBe(true);
  const state = again.session.store.getState() as TakesPart;
  await state.participant.joined;
  expect(state.name).toBe('Ada');
  expect(state.following.store.getState().call).toBeNull();
  await until(() => instructor.instructor.roster.getState()[0]?.name === 'Ada');
  expect(instructor.instructor.roster.getState()).toHaveLength(1);

  instructor.instructor.closeRoom();
  await until(() => again.session.store.getState().kind === 'outside');
  expect(again.tab.kept.size).toBe(0);
  expect(instructor.tab.kept.size).toBe(0);
  expect(again.app.notices.getState().notices).toHaveLength(1);
  expect(again.app.view.getState().room).toBeNull();
});

test('a wrong code, and a new tab without a seat, are told', async () => {
  const page = openPage();
  page.app.setRoom({ code: room.address.code, key: null });
  expect(page.session.enter()).toBe(false);
  page.session.join('ZZZZZZ', 'Ada');
  await until(() => page.session.store.getState().kind === 'outside');
  expect(page.app.notices.getState().notices[0]?.title).toContain('no room with this code');
});

test('who leaves has no seat any more', async () => {
  const instructor = await openInstructor();
  const ada = await openParticipant('Ada');
  await until(() => instructor.instructor.roster.getState().length === 1);
  ada.session.leave();
  await until(() => instructor.instructor.roster.getState().length === 0);
  expect(room.room.counts.seats).toBe(0);
});
