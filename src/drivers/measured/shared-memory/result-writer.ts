import type { Origin } from '../../../model/events.ts';
import type { Execution, ReadRecord, TxReceipt, WriteRecord } from '../../../model/execution.ts';
import type { Version } from '../../../model/ids.ts';
import { balanceOf } from '../../../model/location.ts';
import type { Instant } from '../protocol.ts';
import type { Heap, Pointer } from './heap.ts';
import { Packer } from './packing.ts';
import type { Place, Places } from './places.ts';
import { KINDS, ORIGINS } from './result-layout.ts';
import type { Sight, Staged } from './shared-memory.ts';

/** A read as the worker saw it. */
export interface SeenRead {
  readonly record: ReadRecord;
  readonly place: Place;
  readonly sight: Sight;
  readonly origin: Origin;
  readonly at: Instant;
}

export interface ResultToWrite {
  readonly execution: Execution;
  readonly reads: readonly SeenRead[];
  /** Null for a blocked one, which publishes nothing, and where nothing is published by anybody. */
  readonly staged: Staged | null;
  readonly claim: number;
  /** Around the EVM alone. */
  readonly start: Instant;
  readonly end: Instant;
}

/** Puts results into shared memory. */
export function createResultWriter(heap: Heap, places: Places): (result: ResultToWrite) => Pointer {
  const out = new Packer();

  function packHead({ execution, reads, staged, claim, start, end }: ResultToWrite): void {
    const { writes, credits, fee } = execution.recording;
    const blocked = execution.kind === 'blocked';
    out.word(KINDS.indexOf(execution.kind));
    out.word(staged?.publication ?? 0);
    out.word(staged?.wroteNewLocation ? 1 : 0);
    out.word(blocked ? execution.by : 0);
    out.word(blocked ? places.at(execution.location).id : 0);
    out.word(reads.length);
    out.word(writes.length);
    out.word(credits.length);
    out.word(fee > 0n ? 1 : 0);
    out.word(claim);
    out.double(start);
    out.double(end);
    for (const { place, sight } of reads) {
      out.word(place.id);
      out.word(sight);
    }
    for (let i = 0; i < writes.length; i++) {
      const place = staged?.places[i] ?? places.at((writes[i] as WriteRecord).location);
      out.word(place.id);
      out.word(staged?.records[i] ?? 0);
    }
    for (const { address } of credits) out.word(places.at(balanceOf(address)).id);
  }

  function packReads(reads: readonly SeenRead[]): void {
    for (const { record, sight, origin, at } of reads) {
      out.double(record.at);
      out.double(at);
      out.word(record.credit ? 1 : 0);
      // A sight that is a record tells the rest.
      if (sight >= 0) continue;
      packOrigin(origin);
      out.value(record.value);
    }
  }

  function packOrigin(origin: Origin): void {
    out.word(ORIGINS.indexOf(origin.kind));
    if (origin.kind === 'version') packVersion(origin.version);
    else if (origin.kind === 'list') out.word(origin.index);
    else if (origin.kind === 'sum') {
      packVersion(origin.base);
      out.word(origin.terms);
      packVersion(origin.youngest);
    }
  }

  function packVersion(version: Version | null): void {
    out.word(version ? version.tx : -1);
    out.word(version ? version.incarnation : 0);
  }

  function packChanges({ recording }: Execution, reads: readonly SeenRead[], staged: Staged | null): void {
    for (const { location, before, value } of recording.writes) {
      // What is written was mostly read before.
      const read = reads.findIndex(({ record }) => record.location === location && record.value === before);
      out.word(read);
      if (read < 0) out.value(before);
      if (!staged) out.value(value);
    }
    for (const { amount } of recording.credits) out.value(amount);
    out.value(recording.fee);
    const { bareAccesses } = recording;
    out.word(bareAccesses ? bareAccesses.length : -1);
    for (const address of bareAccesses ?? []) out.text(address);
  }

  function packOutcome(execution: Execution): void {
    if (execution.kind === 'executed') packReceipt(execution.receipt);
    else if (execution.kind === 'blocked') out.double(execution.at);
    else {
      out.text(execution.reason.code);
      out.text(execution.reason.message);
    }
  }

  function packReceipt(receipt: TxReceipt): void {
    out.word(receipt.type);
    out.word(receipt.success ? 1 : 0);
    out.double(receipt.gasUsed);
    out.text(receipt.output);
    packOptional(receipt.error);
    packOptional(receipt.createdAddress);
    out.word(receipt.logs.length);
    for (const { address, topics, data } of receipt.logs) {
      out.text(address);
      out.word(topics.length);
      for (const topic of topics) out.text(topic);
      out.text(data);
    }
  }

  function packOptional(text: string | undefined): void {
    out.word(text === undefined ? 0 : 1);
    if (text !== undefined) out.text(text);
  }

  return (result) => {
    const { execution, reads, staged } = result;
    out.begin();
    packHead(result);
    packReads(reads);
    packChanges(execution, reads, staged);
    packOutcome(execution);
    return out.copyTo(heap);
  };
}
