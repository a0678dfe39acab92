import { Doc } from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Solution } from './hand.ts';
import { createLeadReader, type Lead, type LeadKey, type LeadValue, writeLead } from './lead.ts';
import { createLink, type Link, type RoomAddress } from './link.ts';
import { readAddresses, readRoster, readSolution, type Seat } from './roster.ts';

/** The instructor's end of a room: who is there, and what leads them. */
export interface Instructor extends Link {
  readonly lead: StoreApi<Lead>;
  readonly roster: StoreApi<readonly Seat[]>;
  /** Where the others reach the room, the likeliest first. */
  readonly addresses: StoreApi<readonly string[]>;
  /** Null takes the value away. */
  set<K extends LeadKey>(key: K, value: LeadValue<K> | null): void;
  /** What that seat has handed in last. */
  solution(seat: number): Solution | null;
  /** Ends the room for everybody. */
  closeRoom(): void;
}

export function leadRoom(address: RoomAddress, key: string): Instructor {
  const leadDoc = new Doc();
  const rosterDoc = new Doc();
  const read = createLeadReader(leadDoc);
  const lead = createStore<Lead>(read);
  const roster = createStore<readonly Seat[]>(() => []);
  const addresses = createStore<readonly string[]>(() => []);
  leadDoc.on('update', () => lead.setState(read(), true));
  rosterDoc.on('update', () => {
    roster.setState(readRoster(rosterDoc), true);
    addresses.setState(readAddresses(rosterDoc), true);
  });
  const link = createLink(address, { lead: leadDoc, roster: rosterDoc }, { key });
  return {
    ...link,
    lead,
    roster,
    addresses,
    set: (name, value) => writeLead(leadDoc, name, value),
    solution: (seat) => readSolution(rosterDoc, seat),
    closeRoom: () => writeLead(leadDoc, 'closed', true),
  };
}
