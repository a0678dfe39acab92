import { parentPort } from 'node:worker_threads';
import { createRandom, randomInt } from '../../../lib/random.ts';
import { type TxIndex, txIndex, type Version } from '../../../model/ids.ts';
import { emptyValue, type Location, type Value } from '../../../model/location.ts';
import { nameToAddress, wordToLocation } from '../../../model/notation.ts';
import { type ArenaHandle, openArena, openNumbers } from './arena.ts';
import { createPlaces } from './places.ts';
import { createSharedMemory } from './shared-memory.ts';

/*
 * One thread of the stress test. It publishes, marks and withdraws what its own transactions write, as fast as it can, and reads
 * what all write. Values say whose they are, so that a torn or misplaced one shows.
 */

export interface StressTask {
  readonly handle: ArenaHandle;
  /** Counts the threads that are ready: they begin together. */
  readonly gate: SharedArrayBuffer;
  readonly thread: number;
  readonly threads: number;
  readonly transactions: number;
  readonly operations: number;
  readonly seed: number;
}

/** What a transaction of this thread has in memory at the end. */
export interface FinalPublication {
  readonly version: Version;
  readonly locations: readonly number[];
  readonly estimate: boolean;
}

export interface StressAnswer {
  readonly reads: number;
  readonly found: number;
  readonly mistakes: readonly string[];
  readonly finals: readonly FinalPublication[];
}

/** The first two are in every publication, always in this order. */
export const LOCATIONS: readonly Location[] = ['a', 'b', 'x.k', 'x.m', 'b:x', 'n:x', 'c:x', 'c:y'].map(wordToLocation);
export const coinbase = nameToAddress('coinbase');

/** The others publish again and again, but never take anything back. */
const isWithdrawn = (tx: number): boolean => tx % 3 === 0;

/** What version `v` writes to the location: of many lengths, and different for each. */
export function valueWritten({ tx, incarnation }: Version, location: number): Value {
  const id = BigInt(tx) * 1_000_000n + BigInt(incarnation) + 1n;
  if (LOCATIONS[location]?.startsWith('c')) {
    return `0x${(id * 16n + BigInt(location))
      .toString(16)
      .padStart(16, '0')
      .repeat(1 + (incarnation % 200))}`;
  }
  return (id << BigInt((incarnation % 4) * 60)) + BigInt(location);
}

function stress({ handle, gate, thread, threads, transactions, operations, seed }: StressTask): StressAnswer {
  const memory = createSharedMemory(openArena(handle), createPlaces(openNumbers(handle.numbers), emptyValue), coinbase);
  const random = createRandom(seed + thread);
  const mistakes: string[] = [];
  const own = Array.from({ length: transactions }, (_, tx) => tx).filter((tx) => tx % threads === thread);
  const finals = new Map<number, FinalPublication>();
  const incarnations = new Map<number, number>();
  let reads = 0;
  let found = 0;

  function publish(tx: TxIndex): void {
    const incarnation = (incarnations.get(tx) ?? -1) + 1;
    incarnations.set(tx, incarnation);
    const locations = [0, 1, ...LOCATIONS.keys()].filter((location, i) => i < 2 || (location > 1 && random() < 0.3));
    const version = { tx, incarnation };
    const writes = locations.map((location) => ({
      location: LOCATIONS[location] as Location,
      before: 0n,
      value: valueWritten(version, location),
    }));
    memory.publish(version, { reads: [], writes, credits: [], fee: 0n });
    finals.set(tx, { version, locations, estimate: false });
  }

  /** Gives the version seen. */
  function check(location: number, reader: TxIndex): Version | null {
    reads++;
    const read = memory.read(LOCATIONS[location] as Location, reader);
    if (read.kind === 'blocked') {
      if (read.by >= reader) mistakes.push(`reader ${reader} was blocked by ${read.by}`);
      return null;
    }
    if (read.origin.kind !== 'version') return null;
    found++;
    const { version } = read.origin;
    if (version.tx >= reader) mistakes.push(`reader ${reader} saw transaction ${version.tx}`);
    if (read.value !== valueWritten(version, location)) {
      mistakes.push(
        `location ${location} of ${version.tx}.${version.incarnation} was ${String(read.value).slice(0, 80)}`,
      );
    }
    return version;
  }

  /** A publication appears whole: once one of its values has been seen, no older one of that transaction is. */
  function checkPair(reader: TxIndex): void {
    const first = check(0, reader);
    const second = check(1, reader);
    if (!first || !second || isWithdrawn(first.tx) || second.tx > first.tx) return;
    if (second.tx < first.tx || second.incarnation < first.incarnation) {
      mistakes.push(`half of ${first.tx}.${first.incarnation}: next to it was ${second.tx}.${second.incarnation}`);
    }
  }

  const ready = new Int32Array(gate);
  Atomics.add(ready, 0, 1);
  Atomics.notify(ready, 0);
  for (let count = Atomics.load(ready, 0); count < threads; count = Atomics.load(ready, 0))
    Atomics.wait(ready, 0, count);

  for (let i = 0; i < operations; i++) {
    const tx = txIndex(own[randomInt(random, own.length)] ?? 0);
    const chance = random();
    if (chance < 0.3) publish(tx);
    else if (chance < 0.35) {
      memory.markEstimates(tx);
      const final = finals.get(tx);
      if (final) finals.set(tx, { ...final, estimate: true });
    } else if (chance < 0.38 && isWithdrawn(tx)) {
      memory.withdraw(tx);
      finals.delete(tx);
    } else if (chance < 0.7) checkPair(txIndex(randomInt(random, transactions + 1)));
    else check(randomInt(random, LOCATIONS.length), txIndex(randomInt(random, transactions + 1)));
    if (mistakes.length > 10) break;
  }
  return { reads, found, mistakes, finals: [...finals.values()] };
}

parentPort?.on('message', (task: StressTask) => parentPort?.postMessage(stress(task)));
