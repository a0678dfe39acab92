import type { Memory } from '../../../engines/engine.ts';
import type { Origin } from '../../../model/events.ts';
import {
  BlockedRead,
  type Execution,
  type Executor,
  type ReadRecord,
  type StateView,
} from '../../../model/execution.ts';
import type { Address, Version } from '../../../model/ids.ts';
import type { Location, Value } from '../../../model/location.ts';
import { type Instant, instantNow, type RunTerms } from '../protocol.ts';
import { type Arena, type ArenaHandle, openArena } from './arena.ts';
import type { Place, Places } from './places.ts';
import { claimOf } from './publications.ts';
import { createResultWriter, type SeenRead } from './result-writer.ts';
import { createSharedMemory, sightOfSeveral, type Sight } from './shared-memory.ts';

export interface WorkerSideInput {
  readonly handle: ArenaHandle;
  readonly places: Places;
  readonly coinbase: Address;
  readonly executor: Executor;
  readonly terms: RunTerms;
  /** Under the policy `given-list`: reads are served from it, and nothing is published. */
  readonly list: Memory | null;
}

/** Another worker has been given what this one was at work on: it counts as lost. */
export class ClaimVoid extends Error {
  override readonly name = 'ClaimVoid';
}

/** A worker in the memory that it shares with the others. */
export interface WorkerSide {
  /**
   * Executes an incarnation, leaves its result in shared memory, and publishes it. Gives the time around the EVM, ms; null where the
   * ticket isn't to be had any more.
   */
  execute(version: Version, ticket: number, lane: number): Promise<number | null>;
  readonly arena: Arena;
}

/** What was seen at a place, and, once the incarnation has ended, the read of its recording that this was. */
interface Look {
  readonly place: Place;
  readonly sight: Sight;
  readonly origin: Origin;
  readonly value: Value;
  readonly at: Instant;
  record: ReadRecord | null;
}

export function createWorkerSide(input: WorkerSideInput): WorkerSide {
  const { executor, terms, list } = input;
  const arena = openArena(input.handle);
  const memory = createSharedMemory(arena, input.places, input.coinbase);
  const write = createResultWriter(arena.heap, memory.places);

  function lookAt(location: Location, reader: Version['tx']): Look {
    const place = memory.places.at(location);
    const sight = list || place.kind === 'e' ? -1 : memory.look(place, reader);
    if (sight >= 0) {
      const { origin, value } = memory.found(place, sight);
      return { place, sight, origin, value, at: instantNow(), record: null };
    }
    const read = (list ?? memory).read(location, reader);
    if (read.kind === 'blocked') throw new BlockedRead(location, read.by);
    const { origin, value } = read;
    return { place, sight: sightOfSeveral(place, value), origin, value, at: instantNow(), record: null };
  }

  return {
    arena,
    async execute(version, ticket, lane) {
      const { tx } = version;
      if (!arena.publications.claim(tx, ticket, lane)) return null;
      const claim = claimOf(ticket, lane);
      const looks: Look[] = [];
      const view: StateView = {
        read(location) {
          const look = lookAt(location, tx);
          looks.push(look);
          return look.value;
        },
      };
      const start = instantNow();
      const execution = await executor.execute(tx, view, { fees: terms.fees, credits: terms.credits });
      const end = instantNow();

      const reads = toSeenReads(execution, looks);
      const staged = list || execution.kind === 'blocked' ? null : memory.stage(version, execution.recording);
      const result = write({ execution, reads, staged, claim, start, end });
      if (!arena.publications.giveResult(tx, claim, result)) {
        throw new ClaimVoid(`transaction ${tx} has been given to another worker`);
      }
      if (staged && terms.workersPublish && execution.kind === 'executed') {
        memory.show(tx, staged.before, staged.publication);
      }
      return end - start;
    },
  };
}

/** Each read of the recording with what was seen then. Both are in the order of access, but not all that is looked at counts as a read. */
function toSeenReads({ recording }: Execution, looks: readonly Look[]): readonly SeenRead[] {
  const seen: SeenRead[] = [];
  let next = 0;
  for (const record of recording.reads) {
    while (next < looks.length && !isOf(looks[next] as Look, record)) next++;
    const look = looks[next] ?? looks.findLast((other) => isOf(other, record));
    if (!look) throw new Error(`the recording holds a read of ${record.location} that was never asked of the memory`);
    if (look.record) seen.push({ ...look, record });
    else {
      look.record = record;
      seen.push(look as SeenRead);
    }
  }
  return seen;
}

function isOf({ place, value }: Look, record: ReadRecord): boolean {
  return place.location === record.location && value === record.value;
}
