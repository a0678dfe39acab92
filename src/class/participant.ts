import { Doc } from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Answer,
  EMPTY_HAND,
  type Hand,
  type Place,
  type PuzzleResult,
  readHand,
  type Solution,
  writeAnswer,
  writeName,
  writePlace,
  writeResult,
  writeSolution,
} from './hand.ts';
import { createLeadReader, type Lead } from './lead.ts';
import { createLink, type Link, type RoomAddress } from './link.ts';

/** A participant's end of a room: what leads, and a hand to raise. What is written while the connection is down arrives later. */
export interface Participant extends Link {
  readonly lead: StoreApi<Lead>;
  /** What this participant has said so far. */
  readonly hand: StoreApi<Hand>;
  setName(name: string): void;
  setPlace(place: Place): void;
  answer(question: string, answer: Answer): void;
  /** Of several results of one puzzle the best is kept. */
  result(puzzle: string, result: PuzzleResult): void;
  handIn(solution: Solution): void;
}

/** `secret` is this page's hold on its seat: with the same one it comes back to what it had. */
export function joinRoom(address: RoomAddress, secret: string, name: string): Participant {
  const leadDoc = new Doc();
  const handDoc = new Doc();
  const read = createLeadReader(leadDoc);
  const lead = createStore<Lead>(read);
  leadDoc.on('update', () => lead.setState(read(), true));
  const hand = createStore<Hand>(() => EMPTY_HAND);
  handDoc.on('update', () => hand.setState(readHand(handDoc), true));
  const link = createLink(address, { lead: leadDoc, hand: handDoc }, { seat: secret });

  // A page that comes back to its seat gets what it had first: written before that, old and new would be two answers of the same time.
  let waiting: (() => void)[] | null = [];
  const write = (change: () => void): void => {
    if (waiting) waiting.push(change);
    else change();
  };
  link.joined.then(
    () => {
      const changes = waiting ?? [];
      waiting = null;
      handDoc.transact(() => {
        for (const change of changes) change();
      });
    },
    () => {},
  );
  write(() => writeName(handDoc, name));

  return {
    ...link,
    lead,
    hand,
    setName: (text) => write(() => writeName(handDoc, text)),
    setPlace: (place) => write(() => writePlace(handDoc, place)),
    answer: (question, answer) => write(() => writeAnswer(handDoc, question, answer)),
    result: (puzzle, result) =>
      write(() => {
        const before = readHand(handDoc).results[puzzle];
        if (!before || isBetter(result, before)) writeResult(handDoc, puzzle, result);
      }),
    handIn: (solution) => write(() => writeSolution(handDoc, solution)),
  };
}

function isBetter(a: PuzzleResult, b: PuzzleResult): boolean {
  return a.stars > b.stars || (a.stars === b.stars && a.makespan < b.makespan);
}
