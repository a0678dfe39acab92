import type { TxIndex, Version } from '../../../model/ids.ts';
import { txIndex } from '../../../model/ids.ts';
import type { Heap, Pointer } from './heap.ts';
import { type Packer, Unpacker } from './packing.ts';

/*
 * Two words for each transaction.
 *
 * `published`: its publication, the pointer to it being all that makes it visible; 0 while there is none. What an incarnation
 * writes is put in place beforehand, for each location, and nobody sees it, as it names a publication that isn't its
 * transaction's. One write to this word then shows all of it at once, replaces it, marks it as ESTIMATE (the lowest bit), or
 * takes it back. So no reader ever meets half of what a transaction wrote, and a worker that is killed before that one write has
 * published nothing.
 *
 * `result`: what came of the incarnation under way. Whoever sends it to workers puts a *ticket* here, a negative number. A worker that
 * is about to execute it makes of the ticket a *claim*, which names its lane, so that one worker does what several may have been
 * sent; when it has done so, it replaces the claim by the pointer to its result. Ticket and claim of a worker that counts as lost are
 * taken away. All that happens by compare-and-swap, so exactly one of two happens: either the result is there, and is used although
 * its worker is gone, or the worker's result comes to nothing, even if it is still running by then.
 */

/** Words per transaction. */
const PER_TX = 2;
const RESULT = 0;
const PUBLISHED = 1;

const ESTIMATE = 1;

/** Tickets are this far apart; between them are their claims, one for each lane. */
const TICKETS_APART = 256;

/** The n-th ticket, from 1. */
export const ticketOf = (n: number): number => -TICKETS_APART * n;
export const claimOf = (ticket: number, lane: number): number => ticket - 1 - lane;
/** Whose claim a result's word is; -1: it is none. */
export function laneOfClaim(word: number): number {
  return word < 0 ? (-word % TICKETS_APART) - 1 : -1;
}

/** A publication: transaction, incarnation, number, then its fee. */
const INCARNATION = 1;
const NUMBER = 2;
const FEE = 3;

export const publicationWords = (transactions: number): number => PER_TX * transactions;

/** What a transaction has published, and the marks on it. */
export class Publications {
  readonly #heap: Heap;
  /** Its first word. */
  readonly #from: number;
  /** The word that holds the number of publications so far. */
  readonly #count: number;
  readonly #unpacker: Unpacker;

  constructor(heap: Heap, from: number, count: number) {
    this.#heap = heap;
    this.#from = from;
    this.#count = count;
    this.#unpacker = new Unpacker(heap);
  }

  /** A publication that isn't anybody's yet. */
  create({ tx, incarnation }: Version, fee: bigint, packer: Packer): Pointer {
    packer.begin();
    packer.word(tx);
    packer.word(incarnation);
    // Numbered as they come, so that the youngest part of a sum can be told.
    packer.word(Atomics.add(this.#heap.i32, this.#count, 1) + 1);
    packer.value(fee);
    return packer.copyTo(this.#heap);
  }

  /** Its publication with the mark; 0 for none. */
  stateOf(tx: TxIndex): number {
    return Atomics.load(this.#heap.i32, this.#from + PER_TX * tx + PUBLISHED);
  }

  /** Makes `publication` the transaction's, unless another has come in place of `before` meanwhile. */
  replace(tx: TxIndex, before: number, publication: Pointer): void {
    Atomics.compareExchange(this.#heap.i32, this.#from + PER_TX * tx + PUBLISHED, before, publication);
  }

  mark(tx: TxIndex): void {
    if (this.stateOf(tx) !== 0) Atomics.or(this.#heap.i32, this.#from + PER_TX * tx + PUBLISHED, ESTIMATE);
  }

  /** An empty publication takes its place: going back to 0, a late `replace` by a lost worker could bring it back. */
  withdraw(tx: TxIndex, packer: Packer): void {
    const empty = this.create({ tx, incarnation: 0 }, 0n, packer);
    Atomics.store(this.#heap.i32, this.#from + PER_TX * tx + PUBLISHED, empty);
  }

  versionOf(publication: Pointer): Version {
    this.#heap.reaches(publication + FEE);
    return {
      tx: txIndex(this.#heap.i32[publication] as number),
      incarnation: this.#heap.i32[publication + INCARNATION] as number,
    };
  }

  numberOf(publication: Pointer): number {
    this.#heap.reaches(publication + FEE);
    return this.#heap.i32[publication + NUMBER] as number;
  }

  feeOf(publication: Pointer): bigint {
    this.#unpacker.at = publication + FEE;
    return this.#unpacker.value() as bigint;
  }

  /** A negative number: no result yet. */
  resultOf(tx: TxIndex): Pointer {
    return Atomics.load(this.#heap.i32, this.#from + PER_TX * tx + RESULT);
  }

  /** Only whoever has claimed it may give a result from now on. */
  issueTicket(tx: TxIndex, ticket: number): void {
    Atomics.store(this.#heap.i32, this.#from + PER_TX * tx + RESULT, ticket);
  }

  /** Whether the ticket was still to be had: now it is the lane's. */
  claim(tx: TxIndex, ticket: number, lane: number): boolean {
    return this.#exchange(tx, ticket, claimOf(ticket, lane));
  }

  /** Whether the ticket or claim was still good: now it isn't. */
  takeAway(tx: TxIndex, word: number): boolean {
    return this.#exchange(tx, word, 0);
  }

  /** Whether the claim was still good: now the result is there. */
  giveResult(tx: TxIndex, claim: number, result: Pointer): boolean {
    return this.#exchange(tx, claim, result);
  }

  #exchange(tx: TxIndex, before: number, after: number): boolean {
    const word = this.#from + PER_TX * tx + RESULT;
    return Atomics.compareExchange(this.#heap.i32, word, before, after) === before;
  }
}

export const isEstimate = (state: number): boolean => (state & ESTIMATE) !== 0;
export const publicationIn = (state: number): Pointer => state & ~ESTIMATE;
