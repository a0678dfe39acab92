import type { Memory, OriginatedRead, ReadSet } from '../../../engines/engine.ts';
import { staleness } from '../../../engines/origins.ts';
import type { AbortCause } from '../../../model/events.ts';
import type { Address, TxIndex, Version } from '../../../model/ids.ts';
import type { LaneResult, MemoryTransport } from '../memory-transport.ts';
import { type ArenaHandle, openArena } from './arena.ts';
import type { Pointer } from './heap.ts';
import { PackedResult, SharedResult } from './packed-result.ts';
import type { Places } from './places.ts';
import { createQueueDispatcher } from './queue-dispatcher.ts';
import { claimOf, laneOfClaim, publicationIn, ticketOf } from './publications.ts';
import { ResultReader } from './result-reader.ts';
import { createSharedReadWatch } from './shared-read-watch.ts';
import { createSharedMemory, tellsAll } from './shared-memory.ts';

/**
 * The coordinator in the memory that it shares with the workers. What an engine does to it is a few words per transaction: the
 * workers have put everything in place.
 */
export function createSharedTransport(
  handle: ArenaHandle,
  places: Places,
  transactions: number,
  coinbase: Address,
): MemoryTransport {
  const arena = openArena(handle);
  const { publications } = arena;
  const shared = createSharedMemory(arena, places, coinbase);
  const reader = new ResultReader(arena.heap, shared, arena.versions);
  const tickets = new Int32Array(transactions);
  let issued = 0;

  /** Usually its worker has shown it already. */
  function show(tx: TxIndex, result: Pointer): void {
    const publication = reader.publicationOf(result);
    const state = publications.stateOf(tx);
    if (publicationIn(state) !== publication) shared.show(tx, state, publication);
  }

  /** By number where both reads have one; what stands for several entries is read again. */
  function firstStaleRead(tx: TxIndex, reads: ReadSet): AbortCause | null {
    if (!(reads instanceof PackedResult)) return shared.firstStaleRead(tx, reads);
    const count = reader.readsOf(reads.result);
    let whole: readonly OriginatedRead[] | undefined;
    for (let i = 0; i < count; i++) {
      const sight = reader.sightOf(reads.result, i);
      const place = places.of(reader.placeRead(reads.result, i));
      if (shared.look(place, tx) === sight && tellsAll(sight)) continue;
      whole ??= [...reads];
      const read = whole[i];
      const cause = read ? staleness(read, shared.read(place.location, tx)) : null;
      if (cause) return cause;
    }
    return null;
  }

  const memory: Memory = {
    read: shared.read,
    publish(version, recording) {
      if (!(recording instanceof PackedResult)) return shared.publish(version, recording);
      show(version.tx, recording.result);
      return reader.wroteNewLocation(recording.result);
    },
    markEstimates: shared.markEstimates,
    withdraw: shared.withdraw,
    firstStaleRead,
  };

  function issue({ tx }: Version): number {
    const ticket = ticketOf(++issued);
    tickets[tx] = ticket;
    publications.issueTicket(tx, ticket);
    return ticket;
  }

  /** What the lane has done under the ticket, if it has. */
  function resultUnder(version: Version, ticket: number, lane: number): LaneResult | null {
    const result = publications.resultOf(version.tx);
    if (result <= 0 || reader.claimOf(result) !== claimOf(ticket, lane)) return null;
    return new SharedResult(version, reader, result);
  }

  const transport: MemoryTransport = {
    kind: 'shared',
    memory,
    readWatch: createSharedReadWatch(arena, reader, places, coinbase),
    arena: handle,
    batchFor: (_lane, versions) => ({ updates: [], versions, tickets: versions.map(issue) }),
    resultsOf({ versions, tickets: given = [] }, _answer, lane = 0) {
      const results: LaneResult[] = [];
      for (let i = 0; i < versions.length; i++) {
        const result = resultUnder(versions[i] as Version, given[i] ?? 0, lane);
        if (result) results.push(result);
      }
      return results;
    },
    reclaim(lane, versions) {
      const left: Version[] = [];
      const ended: LaneResult[] = [];
      let atWork: Version | null = null;
      for (const version of versions) {
        const ticket = tickets[version.tx] ?? 0;
        const wasAtWork = publications.takeAway(version.tx, claimOf(ticket, lane));
        if (wasAtWork) atWork = version;
        if (wasAtWork || publications.takeAway(version.tx, ticket)) left.push(version);
        else {
          const result = resultUnder(version, ticket, lane);
          if (result) ended.push(result);
        }
      }
      return { ended, left, atWork };
    },
    claimsOn(versions) {
      const claimants = new Set<number>();
      let open = 0;
      for (const { tx } of versions) {
        const word = publications.resultOf(tx);
        if (word >= 0) continue;
        const lane = laneOfClaim(word);
        if (lane < 0) open++;
        else claimants.add(lane);
      }
      return { lanes: claimants, open };
    },
    createDispatcher: (pool, lanes, handlers) =>
      createQueueDispatcher({ arena, pool, transport, lanes, transactions, handlers }),
    completing() {},
  };
  return transport;
}
