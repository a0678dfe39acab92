import { randomBytes } from 'node:crypto';
import * as encoding from 'lib0/encoding';
import { writeUpdate } from 'y-protocols/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CLOSE } from '../close-code.ts';
import type { Instructor } from '../instructor.ts';
import { writeLead } from '../lead.ts';
import { LIMITS } from '../limits.ts';
import { createSecret } from '../room-code.ts';
import { openTestRoom, type TestRoom, until } from '../test-support/test-room.ts';

let room: TestRoom;
beforeEach(async () => {
  room = await openTestRoom();
});
afterEach(() => room.end());

const CLASS = 45;
const place = (step: number) => ({
  kind: 'lesson' as const,
  id: 'one-lane',
  title: 'One lane',
  step,
  steps: 6,
  following: false,
});
const names = (instructor: Instructor): string[] => instructor.roster.getState().map(({ name }) => name);

test('forty-five join, are called, answer and follow', async () => {
  const instructor = room.lead();
  const everybody = Array.from({ length: CLASS }, (_, i) => room.join(`Participant ${i}`));
  await Promise.all([instructor.joined, ...everybody.map(({ joined }) => joined)]);
  await until(() => instructor.roster.getState().length === CLASS);
  expect(instructor.roster.getState().every(({ here }) => here)).toBe(true);

  instructor.set('call', { number: 1, title: 'One lane', what: { kind: 'lesson', id: 'one-lane' } });
  await until(() => everybody.every(({ lead }) => lead.getState().call?.number === 1));

  for (const [i, participant] of everybody.entries()) {
    participant.setPlace(place(2));
    participant.answer('one-lane/2', { kind: 'choice', option: `${i % 3}`, right: null });
  }
  const answers = () => instructor.roster.getState().map((seat) => seat.answers['one-lane/2']);
  await until(() => answers().every(Boolean));
  const picked = answers().map((answer) => (answer?.kind === 'choice' ? answer.option : ''));
  expect(['0', '1', '2'].map((option) => picked.filter((each) => each === option).length)).toEqual([15, 15, 15]);

  instructor.set('follow', true);
  for (let i = 1; i <= 50; i++)
    instructor.set('moment', { at: i / 50, selected: [], lanesView: 'timeline', shown: 'run' });
  await until(() => everybody.every(({ lead }) => lead.getState().moment?.at === 1));
});

test('a participant comes back to what was there, and what was done meanwhile arrives', async () => {
  const instructor = room.lead();
  const secret = createSecret(randomBytes);
  const ada = room.join('Ada', secret);
  await Promise.all([instructor.joined, ada.joined]);
  ada.answer('l/1', { kind: 'number', number: 3, right: true });
  await until(() => instructor.roster.getState()[0]?.answers['l/1'] !== undefined);

  const { restore } = room.cut();
  await until(() => ada.state.getState().kind === 'away');
  ada.answer('l/2', { kind: 'number', number: 4, right: false });
  expect(ada.state.getState().kind).toBe('away');
  restore();
  instructor.set('call', { number: 7, title: 'Payments', what: { kind: 'puzzle', id: 'first' } });
  await until(() => ada.lead.getState().call?.number === 7);
  await until(() => instructor.roster.getState()[0]?.answers['l/2'] !== undefined);
  expect(ada.state.getState().kind).toBe('connected');

  // The page is reloaded: the same seat, nothing lost, and the name last given.
  ada.end();
  await until(() => instructor.roster.getState()[0]?.here === false);
  const again = room.join('Ada L.', secret);
  await until(() => instructor.roster.getState()[0]?.name === 'Ada L.');
  expect(instructor.roster.getState()).toMatchObject([{ seat: 1, here: true, answers: { 'l/1': { number: 3 } } }]);
  again.result('p', { stars: 1, makespan: 90, optimum: 60 });
  again.result('p', { stars: 3, makespan: 60, optimum: 60 });
  again.result('p', { stars: 2, makespan: 70, optimum: 60 });
  await until(() => instructor.roster.getState()[0]?.results.p?.stars === 3);
});

test('a page that is told of the network doesn’t wait to find out', async () => {
  const instructor = room.lead();
  const ada = room.join('Ada');
  await Promise.all([instructor.joined, ada.joined]);
  ada.setOnline(false);
  expect(ada.state.getState().kind).toBe('away');
  ada.answer('l/1', { kind: 'number', number: 3, right: null });
  await until(() => instructor.roster.getState()[0]?.here === false);
  ada.setOnline(true);
  await until(() => instructor.roster.getState()[0]?.answers['l/1'] !== undefined);
  expect(ada.state.getState().kind).toBe('connected');
});

test('who has no key can’t lead: what is forged reaches nobody, and ends the connection', async () => {
  const instructor = room.lead();
  const honest = room.join('Honest');
  await Promise.all([instructor.joined, honest.joined]);
  instructor.set('poll', { id: 'a', question: 'How many lanes?', choices: ['1', '2'], open: true });
  await until(() => honest.lead.getState().poll !== null);

  const forged = new Y.Doc();
  writeLead(forged, 'poll', { id: 'b', question: 'Forged', choices: ['x', 'y'], open: true });
  writeLead(forged, 'closed', true);
  const update = Y.encodeStateAsUpdate(forged);
  for (const step of [1, 2]) {
    const forger = await room.raw('lead', { seat: createSecret(randomBytes) });
    forger.send(syncMessage(step, update));
    expect(await forger.ended).toBe(CLOSE.readOnly);
  }
  // With a wrong key there is no way in; the roster isn't for participants; nor is a hand for the instructor to write.
  const secret = createSecret(randomBytes);
  for (const [document, params] of [
    ['lead', { key: secret }],
    ['roster', { key: secret }],
    ['roster', { seat: secret }],
    ['roster', {}],
    ['hand', { seat: 'short' }],
    ['hand', { key: room.key }],
    ['other', { seat: secret }],
  ] as const) {
    const client = await room.raw(document, params);
    expect([CLOSE.wrongKey, CLOSE.garbage]).toContain(await client.ended);
    expect(client.received).toEqual([]);
  }
  instructor.set('follow', true);
  await until(() => honest.lead.getState().follow === true);
  expect(honest.lead.getState().poll?.question).toBe('How many lanes?');
  expect(instructor.lead.getState().closed).toBeNull();
  expect(honest.state.getState().kind).toBe('connected');
});

test('the instructor’s page learns where the others reach the room', async () => {
  room.room.setAddresses(['http://192.168.1.5:4180/']);
  const instructor = room.lead();
  await instructor.joined;
  expect(instructor.addresses.getState()).toEqual(['http://192.168.1.5:4180/']);
});

test('the key and the seats’ secrets are in no document', async () => {
  const instructor = room.lead();
  const secret = createSecret(randomBytes);
  const ada = room.join('Ada', secret);
  await Promise.all([instructor.joined, ada.joined]);
  await until(() => names(instructor).length === 1);
  const seen = JSON.stringify([instructor.lead.getState(), instructor.roster.getState(), ada.lead.getState()]);
  expect(seen).toContain('Ada');
  expect(seen).not.toContain(room.key);
  expect(seen).not.toContain(secret);
});

test('who floods is put out, and the others notice nothing', async () => {
  const instructor = room.lead();
  const honest = room.join('Honest');
  await Promise.all([instructor.joined, honest.joined]);
  const secret = createSecret(randomBytes);
  const flooder = await room.raw('hand', { seat: secret });
  const doc = new Y.Doc();
  doc.getMap('hand').set('name', 'Flood');
  for (let i = 0; i < LIMITS.participantBurst.messages * 3; i++) {
    flooder.send(syncMessage(2, Y.encodeStateAsUpdate(doc)));
  }
  expect(await flooder.ended).toBe(CLOSE.flood);
  // Gone for good, and from the list.
  const back = await room.raw('hand', { seat: secret });
  expect(await back.ended).toBe(CLOSE.flood);
  honest.setPlace(place(3));
  await until(() => instructor.roster.getState()[0]?.place?.step === 3);
  expect(names(instructor)).toEqual(['Honest']);
  expect(room.putOut).toEqual(['flood']);
});

test('who sends too much at once, or more than a document may hold, is put out', async () => {
  const instructor = room.lead();
  await instructor.joined;
  const big = await room.raw('hand', { seat: createSecret(randomBytes) });
  big.send(new Uint8Array(LIMITS.participantMessage + 1));
  expect(await big.ended).toBe(1009); // WebSocket's own: message too big.

  const growing = await room.raw('hand', { seat: createSecret(randomBytes) });
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => growing.send(syncMessage(2, update)));
  for (let i = 0; i < 4; i++) doc.getMap('hand').set(`filler ${i}`, 'x'.repeat(200_000));
  expect(await growing.ended).toBe(CLOSE.tooLarge);
  expect(instructor.state.getState().kind).toBe('connected');
});

test.each([
  ['nothing', new Uint8Array()],
  ['an unknown kind', new Uint8Array([77, 1, 2])],
  ['an unknown step', new Uint8Array([0, 9, 0])],
  ['a cut update', new Uint8Array([0, 2, 200, 1, 1, 1])],
  ['an update that lies about its length', syncMessage(2, new Uint8Array([255, 255, 255, 255, 15, 1, 1]))],
  ['a step 1 of noise', new Uint8Array([0, 0, 5, 255, 255, 255, 255, 255])],
  ['an update whose value nests without end', nestedUpdate()],
  ['text', 'hello'],
])('who sends garbage is put out: %s', async (_what, message) => {
  const instructor = room.lead();
  const honest = room.join('Honest');
  await Promise.all([instructor.joined, honest.joined]);
  const client = await room.raw('hand', { seat: createSecret(randomBytes) });
  client.send(message);
  expect(await client.ended).toBe(CLOSE.garbage);
  honest.setPlace(place(4));
  await until(() => instructor.roster.getState().some(({ place: at }) => at?.step === 4));
  expect(names(instructor)).toEqual(['Honest']);
});

test('noise of any kind never harms the others', async () => {
  const instructor = room.lead();
  const honest = room.join('Honest');
  await Promise.all([instructor.joined, honest.joined]);
  for (let i = 0; i < 60; i++) {
    const client = await room.raw(i % 2 ? 'hand' : 'lead', { seat: createSecret(randomBytes) });
    const noise = randomBytes(1 + (i % 40));
    // Half of it begins as a message of the protocol would.
    client.send(i % 4 < 2 ? noise : new Uint8Array([0, i % 3, noise.length, ...noise]));
    setTimeout(client.close, 20);
  }
  instructor.set('call', { number: 1, title: 'Still here', what: { kind: 'puzzle', id: 'p' } });
  await until(() => honest.lead.getState().call?.title === 'Still here');
});

test('what a participant writes is checked before the instructor’s page sees it', async () => {
  const instructor = room.lead();
  await instructor.joined;
  const client = await room.raw('hand', { seat: createSecret(randomBytes) });
  const doc = new Y.Doc();
  const map = doc.getMap('hand');
  doc.transact(() => {
    map.set('name', `\u202e<img src=x onerror=alert(1)>\u0000${'y'.repeat(100)}`);
    map.set('place', { kind: 'lesson', title: 5 });
    map.set('answer:l/1', { kind: 'number', number: Number.NaN, right: null });
    map.set('answer:l/2', { kind: 'choice', option: 'b', right: null, more: 'than asked' });
    map.set('answer:__proto__', { kind: 'choice', option: 'b', right: null });
    map.set(`answer:${'k'.repeat(500)}`, { kind: 'choice', option: 'b', right: null });
    map.set('result:p', { stars: 9, makespan: 1, optimum: 1 });
    map.set('solution', new Y.Map([['title', 'a shared type where text should be']]));
  });
  client.send(syncMessage(2, Y.encodeStateAsUpdate(doc)));
  await until(() => instructor.roster.getState().length === 1);
  const [seat] = instructor.roster.getState();
  expect(seat).toEqual({
    seat: 1,
    here: true,
    name: '<img src=x onerror=alert(1)>yyyy',
    place: null,
    answers: { 'l/2': { kind: 'choice', option: 'b', right: null } },
    results: {},
    handedIn: null,
  });
  client.close();
});

test('the instructor takes a seat away; that page doesn’t come back', async () => {
  const instructor = room.lead();
  const [ada, eve] = [room.join('Ada'), room.join('Eve')];
  await Promise.all([instructor.joined, ada.joined, eve.joined]);
  await until(() => names(instructor).length === 2);
  const seat = instructor.roster.getState().find(({ name }) => name === 'Eve')?.seat ?? 0;
  instructor.set('removed', [seat]);
  await until(() => eve.state.getState().kind === 'ended');
  expect(eve.state.getState()).toEqual({ kind: 'ended', reason: 'removed' });
  await until(() => names(instructor).length === 1);
  expect(names(instructor)).toEqual(['Ada']);
  expect(ada.state.getState().kind).toBe('connected');
});

test('a solution handed in is there to be opened', async () => {
  const instructor = room.lead();
  const ada = room.join('Ada');
  await Promise.all([instructor.joined, ada.joined]);
  ada.handIn({ title: 'My block', text: '{"format":"lanewise-scenario"}' });
  await until(() => instructor.roster.getState()[0]?.handedIn?.number === 1);
  const seat = instructor.roster.getState()[0]?.seat ?? 0;
  expect(instructor.solution(seat)).toEqual({ title: 'My block', text: '{"format":"lanewise-scenario"}' });
});

test('a closed room lets nobody in and holds nothing', async () => {
  const instructor = room.lead();
  const ada = room.join('Ada');
  await Promise.all([instructor.joined, ada.joined]);
  instructor.closeRoom();
  await room.room.closed;
  await until(() => ada.state.getState().kind === 'ended' && instructor.state.getState().kind === 'ended');
  expect(ada.state.getState()).toEqual({ kind: 'ended', reason: 'closed' });
  expect(room.room.counts).toEqual({ connections: 0, seats: 0 });
  const late = room.join('Late');
  await expect(late.joined).rejects.toThrow('closed');
});

test('a page of another site can’t join', async () => {
  const lead = `${room.address.server}/room/${room.address.code}/lead?key=${room.key}`;
  const statusFor = (origin: string): Promise<number | undefined> =>
    new Promise((resolve) => {
      const socket = new WebSocket(lead, { origin });
      socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
      socket.on('open', () => resolve(101));
      socket.on('error', () => {});
    });
  expect(await statusFor('http://elsewhere.example')).toBe(403);
  expect(await statusFor('null')).toBe(403);
  expect(room.room.counts.connections).toBe(0);
  expect(await statusFor(room.address.server.replace('ws:', 'http:'))).toBe(101);
});

test('a seat without a name isn’t kept', async () => {
  const client = await room.raw('hand', { seat: createSecret(randomBytes) });
  await until(() => room.room.counts.seats === 1);
  client.close();
  await until(() => room.room.counts.seats === 0);
});

test('an hour of following doesn’t fill the document that leads', () => {
  const doc = new Y.Doc();
  for (let i = 0; i < 36_000; i++)
    writeLead(doc, 'moment', { at: (i % 100) / 100, selected: [], lanesView: 'board', shown: 'run' });
  expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(1_000);
});

function syncMessage(step: number, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  writeUpdate(encoder, update);
  const message = encoding.toUint8Array(encoder);
  message[1] = step;
  return message;
}

/** Arrays in arrays, deeper than a stack: lib0 reads them by recursion. */
function nestedUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('hand').set('name', 'MARK');
  const bytes = [...Y.encodeStateAsUpdate(doc)];
  const at = bytes.findIndex((_, i) => String.fromCharCode(...bytes.slice(i, i + 4)) === 'MARK');
  // Before the text: its type and length. 117 is an array, of one here.
  const deep = Array.from({ length: 100_000 }, () => [117, 1]).flat();
  return syncMessage(2, new Uint8Array([...bytes.slice(0, at - 2), ...deep, ...bytes.slice(at - 2)]));
}
