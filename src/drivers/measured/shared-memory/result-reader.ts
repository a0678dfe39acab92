import type { OriginatedRead } from '../../../engines/engine.ts';
import type { Origin } from '../../../model/events.ts';
import type {
  CreditRecord,
  Execution,
  InvalidReason,
  Log,
  ReadRecord,
  Recording,
  TxReceipt,
  WriteRecord,
} from '../../../model/execution.ts';
import { type Address, gas, type Hex, type TxIndex, txIndex, type Version } from '../../../model/ids.ts';
import { addressOf } from '../../../model/location.ts';
import type { OpenedResult } from '../memory-transport.ts';
import type { Instant } from '../protocol.ts';
import type { Heap, Pointer } from './heap.ts';
import type { LocationId } from './locations.ts';
import { Unpacker } from './packing.ts';
import type { Place } from './places.ts';
import * as layout from './result-layout.ts';
import type { SharedMemory, Sight } from './shared-memory.ts';
import type { Versions } from './versions.ts';

/** Reads results from shared memory: a word at a time while a run goes on, whole when it is over. */
export class ResultReader {
  readonly #heap: Heap;
  readonly #memory: SharedMemory;
  readonly #versions: Versions;

  constructor(heap: Heap, memory: SharedMemory, versions: Versions) {
    this.#heap = heap;
    this.#memory = memory;
    this.#versions = versions;
  }

  kindOf(result: Pointer): Execution['kind'] {
    return layout.KINDS[this.#word(result, layout.KIND)] ?? 'blocked';
  }
  publicationOf(result: Pointer): Pointer {
    return this.#word(result, layout.PUBLICATION);
  }
  wroteNewLocation(result: Pointer): boolean {
    return this.#word(result, layout.WROTE_NEW) !== 0;
  }
  hasFee(result: Pointer): boolean {
    return this.#word(result, layout.HAS_FEE) !== 0;
  }
  claimOf(result: Pointer): number {
    return this.#word(result, layout.CLAIM);
  }
  startOf(result: Pointer): Instant {
    return this.#double(result, layout.START);
  }
  endOf(result: Pointer): Instant {
    return this.#double(result, layout.END);
  }
  blockedBy(result: Pointer): TxIndex {
    return txIndex(this.#word(result, layout.BLOCKED_BY));
  }
  blockedAt(result: Pointer): Place {
    return this.#memory.places.of(this.#word(result, layout.BLOCKED_AT));
  }

  readsOf(result: Pointer): number {
    return this.#word(result, layout.READS);
  }
  placeRead(result: Pointer, i: number): LocationId {
    return this.#word(result, layout.LISTS + 2 * i);
  }
  sightOf(result: Pointer, i: number): Sight {
    return this.#word(result, layout.LISTS + 2 * i + 1);
  }
  /** Full writes first, then credits. */
  changesOf(result: Pointer): number {
    return this.#word(result, layout.WRITES) + this.#word(result, layout.CREDITS);
  }
  placeChanged(result: Pointer, i: number): LocationId {
    const from = layout.LISTS + 2 * this.readsOf(result);
    const writes = this.#word(result, layout.WRITES);
    return this.#word(result, from + (i < writes ? 2 * i : writes + i));
  }

  open(result: Pointer): OpenedResult {
    const input = new Unpacker(this.#heap);
    const count = this.readsOf(result);
    const writes = this.#word(result, layout.WRITES);
    const credits = this.#word(result, layout.CREDITS);
    input.at = result + layout.LISTS + 2 * count + 2 * writes + credits;

    const readAt: Instant[] = [];
    const reads: OriginatedRead[] = [];
    for (let i = 0; i < count; i++) {
      const place = this.#memory.places.of(this.placeRead(result, i));
      const sight = this.sightOf(result, i);
      const at = gas(input.double());
      readAt.push(input.double());
      const credit = input.word() !== 0;
      const { origin, value } =
        sight >= 0 ? this.#memory.found(place, sight) : { origin: unpackOrigin(input), value: input.value() };
      reads.push({ location: place.location, value, at, credit, origin });
    }
    const recording = this.#unpackRecording(input, result, reads);
    return { execution: this.#unpackExecution(input, result, recording), reads, readAt };
  }

  #unpackRecording(input: Unpacker, result: Pointer, reads: readonly OriginatedRead[]): Recording {
    const isStaged = this.publicationOf(result) !== 0;
    const writes = Array.from({ length: this.#word(result, layout.WRITES) }, (_, i): WriteRecord => {
      const { location } = this.#memory.places.of(this.placeChanged(result, i));
      const read = input.word();
      const before = (read < 0 ? undefined : reads[read]?.value) ?? input.value();
      return { location, before, value: isStaged ? this.#versions.valueOf(this.#recordOf(result, i)) : input.value() };
    });
    const credits = Array.from({ length: this.#word(result, layout.CREDITS) }, (_, i): CreditRecord => {
      const { location } = this.#memory.places.of(this.placeChanged(result, writes.length + i));
      return { address: addressOf(location), amount: input.value() as bigint };
    });
    const fee = input.value() as bigint;
    const count = input.word();
    const bareAccesses = Array.from({ length: Math.max(count, 0) }, () => input.text() as Address);
    const records = reads.map(({ location, value, at, credit }): ReadRecord => ({ location, value, at, credit }));
    return { reads: records, writes, credits, fee, ...(count >= 0 && { bareAccesses }) };
  }

  #unpackExecution(input: Unpacker, result: Pointer, recording: Recording): Execution {
    const kind = this.kindOf(result);
    if (kind === 'executed') return { kind, receipt: unpackReceipt(input), recording };
    if (kind === 'blocked') {
      const at = gas(input.double());
      return { kind, location: this.blockedAt(result).location, by: this.blockedBy(result), at, recording };
    }
    const reason = { code: input.text() as InvalidReason['code'], message: input.text() };
    return { kind, reason, recording };
  }

  #recordOf(result: Pointer, write: number): Pointer {
    return this.#word(result, layout.LISTS + 2 * (this.readsOf(result) + write) + 1);
  }

  #word(result: Pointer, offset: number): number {
    this.#heap.reaches(result + offset + 1);
    return this.#heap.i32[result + offset] as number;
  }

  #double(result: Pointer, offset: number): number {
    this.#heap.reaches(result + offset + 2);
    return this.#heap.f64[(result + offset) >> 1] as number;
  }
}

function unpackOrigin(input: Unpacker): Origin {
  const kind = layout.ORIGINS[input.word()] ?? 'prestate';
  if (kind === 'version') return { kind, version: unpackVersion(input) as Version };
  if (kind === 'list') return { kind, index: input.word() };
  if (kind === 'sum') {
    return { kind, base: unpackVersion(input), terms: input.word(), youngest: unpackVersion(input) };
  }
  return { kind };
}

function unpackVersion(input: Unpacker): Version | null {
  const [tx, incarnation] = [input.word(), input.word()];
  return tx < 0 ? null : { tx: txIndex(tx), incarnation };
}

function unpackReceipt(input: Unpacker): TxReceipt {
  const type = input.word();
  const success = input.word() !== 0;
  const gasUsed = gas(input.double());
  const output = input.text() as Hex;
  const error = unpackOptional(input);
  const createdAddress = unpackOptional(input) as Address | undefined;
  const logs = Array.from({ length: input.word() }, (): Log => {
    const address = input.text() as Address;
    const topics = Array.from({ length: input.word() }, () => input.text() as Hex);
    return { address, topics, data: input.text() as Hex };
  });
  return {
    type,
    success,
    gasUsed,
    logs,
    ...(error !== undefined && { error }),
    output,
    ...(createdAddress !== undefined && { createdAddress }),
  };
}

function unpackOptional(input: Unpacker): string | undefined {
  return input.word() === 0 ? undefined : input.text();
}
