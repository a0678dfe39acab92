import { openTestRoom, until } from '../src/class/test-support/test-room.ts';
import { type Bench, median } from './bench.ts';

const CLASS = 45;
const ROUNDS = 20;

interface Delays {
  /** From the first knock until everybody is in and has everything, ms. */
  readonly allJoined: number;
  /** Of one participant each. */
  readonly call: readonly number[];
  readonly answer: readonly number[];
  readonly moment: readonly number[];
}

/** Forty-five participants, the instructor and the server in one process: what the room itself needs, without any network. */
async function measure(): Promise<Delays> {
  const room = await openTestRoom();
  try {
    const started = performance.now();
    const instructor = room.lead();
    const everybody = Array.from({ length: CLASS }, (_, i) => room.join(`Participant ${i}`));
    await Promise.all([instructor.joined, ...everybody.map(({ joined }) => joined)]);
    await until(() => instructor.roster.getState().length === CLASS);
    const allJoined = performance.now() - started;

    const call: number[] = [];
    const answer: number[] = [];
    const moment: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      // As large as a block of fifty calls; everybody gets it at once.
      const text = 'x'.repeat(40_000);
      let at = performance.now();
      const called = everybody.map(({ lead }) => arrival(lead.subscribe, (state) => state.call?.number === round, at));
      instructor.set('call', { number: round, title: 'A block', what: { kind: 'scenario', text, moment: 1 } });
      call.push(...(await Promise.all(called)));

      at = performance.now();
      const answered = everybody.map((_, i) =>
        arrival(instructor.roster.subscribe, (seats) => Boolean(seats[i]?.answers[`lesson/${round}`]), at),
      );
      for (const each of everybody) each.answer(`lesson/${round}`, { kind: 'choice', option: 'a', right: null });
      answer.push(...(await Promise.all(answered)));

      at = performance.now();
      const share = round / ROUNDS;
      const followed = everybody.map(({ lead }) => arrival(lead.subscribe, (state) => state.moment?.at === share, at));
      instructor.set('moment', { at: share, selected: [], lanesView: 'timeline', shown: 'run' });
      moment.push(...(await Promise.all(followed)));
    }
    return { allJoined, call, answer, moment };
  } finally {
    await room.end();
  }
}

/** Milliseconds from `start` until a state fulfils `holds`. */
function arrival<T>(
  subscribe: (listener: (state: T) => void) => () => void,
  holds: (state: T) => boolean,
  start: number,
): Promise<number> {
  return new Promise((resolve) => {
    const unsubscribe = subscribe((state) => {
      if (!holds(state)) return;
      unsubscribe();
      resolve(performance.now() - start);
    });
  });
}

let delays: Promise<Delays> | undefined;
const figure = (of: (delays: Delays) => number) => async (): Promise<number> => {
  delays ??= measure();
  return of(await delays);
};
const goal = { op: '<=', value: 200 } as const;

export const benches: readonly Bench[] = [
  {
    name: `Class: ${CLASS} participants on loopback join, until all have everything and are on the list`,
    unit: 'ms',
    goal: null,
    run: figure(({ allJoined }) => allJoined),
  },
  {
    name: `Class: from sending a block of 40 kB to each of ${CLASS} having it, median`,
    unit: 'ms',
    goal,
    run: figure(({ call }) => median(call)),
  },
  {
    name: `Class: from an answer to the instructor’s page, ${CLASS} at once, median`,
    unit: 'ms',
    goal,
    run: figure(({ answer }) => median(answer)),
  },
  {
    name: `Class: from a moment shown to each of ${CLASS} who follow, median`,
    unit: 'ms',
    goal,
    run: figure(({ moment }) => median(moment)),
  },
];
