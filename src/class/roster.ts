import type * as Y from 'yjs';
import type { Hand, Solution } from './hand.ts';

/**
 * Who is in the room: written by the server from what it has checked of each participant's document, read with the instructor's key
 * only. What is handed in lies apart, so that a change of step doesn't send it again.
 */
export interface Seat extends Omit<Hand, 'solution'> {
  /** From 1, in the order in which they came; it never changes. */
  readonly seat: number;
  /** Connected now. */
  readonly here: boolean;
  /** What was handed in last; its text is in the other map. */
  readonly handedIn: { readonly title: string; readonly number: number } | null;
}

const SEATS = 'seats';
const SOLUTIONS = 'solutions';
const ROOM = 'room';
const ADDRESSES = 'addresses';

/** In the order of joining; those without a name aren't in the room yet. The document is the server's: nothing in it needs another check. */
export function readRoster(doc: Y.Doc): readonly Seat[] {
  return [...doc.getMap<Seat>(SEATS).values()].filter(({ name }) => name !== '').sort((a, b) => a.seat - b.seat);
}

export function readSolution(doc: Y.Doc, seat: number): Solution | null {
  return doc.getMap<Solution>(SOLUTIONS).get(String(seat)) ?? null;
}

/** Where the others reach this room (`http://192.168.1.5:4180/`), the likeliest first. */
export function readAddresses(doc: Y.Doc): readonly string[] {
  return doc.getMap<readonly string[]>(ROOM).get(ADDRESSES) ?? [];
}

export function writeAddresses(doc: Y.Doc, addresses: readonly string[]): void {
  doc.getMap<readonly string[]>(ROOM).set(ADDRESSES, addresses);
}

export function writeSeat(doc: Y.Doc, seat: Seat): void {
  doc.getMap<Seat>(SEATS).set(String(seat.seat), seat);
}

export function writeHandedIn(doc: Y.Doc, seat: number, solution: Solution): void {
  doc.getMap<Solution>(SOLUTIONS).set(String(seat), solution);
}

export function deleteSeat(doc: Y.Doc, seat: number): void {
  doc.getMap(SEATS).delete(String(seat));
  doc.getMap(SOLUTIONS).delete(String(seat));
}
