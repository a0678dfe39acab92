import type { OriginatedRead } from '../../engines/engine.ts';
import type { Origin } from '../../model/events.ts';
import type { CreditRecord, Execution, Log, Recording, TxReceipt, WriteRecord } from '../../model/execution.ts';
import type { Version } from '../../model/ids.ts';
import type { Instant, TaskResult } from './protocol.ts';

/*
 * Results as they cross from a worker to the coordinator: one flat list of primitives. Structured clone writes the name of
 * every property of every object again and again; for a batch of transfers it took a third of the time of their execution.
 */

type WithoutRecording<T> = T extends unknown ? Omit<T, 'recording'> : never;

/** Made by `packResults`, read by `unpackResults`, opaque to all others. */
export type PackedResults = readonly unknown[];

export function packResults(results: readonly TaskResult[]): PackedResults {
  const out: unknown[] = [results.length];
  for (const { version, execution, reads, readAt, start, end } of results) {
    out.push(version.tx, version.incarnation, start, end);
    packReads(out, reads, readAt);
    packExecution(out, execution, reads);
  }
  return out;
}

export function unpackResults(packed: PackedResults): readonly TaskResult[] {
  const input = createReader(packed);
  return input.list(() => {
    const version: Version = { tx: input.next(), incarnation: input.next() };
    const start = input.next<Instant>();
    const end = input.next<Instant>();
    const readAt: Instant[] = [];
    const reads = input.list(() => unpackRead(input, readAt));
    return { version, execution: unpackExecution(input, reads), reads, readAt, start, end };
  });
}

function packReads(out: unknown[], reads: readonly OriginatedRead[], readAt: readonly Instant[]): void {
  out.push(reads.length);
  for (const [i, { location, value, at, credit, origin }] of reads.entries()) {
    out.push(location, value, at, credit, readAt[i]);
    // Nearly all are one of these two.
    if (origin.kind === 'prestate') out.push(null);
    else if (origin.kind === 'version') out.push(origin.version.tx, origin.version.incarnation);
    else out.push(origin);
  }
}

function unpackRead(input: Reader, readAt: Instant[]): OriginatedRead {
  const [location, value, at, credit] = [input.next(), input.next(), input.next(), input.next()] as [
    OriginatedRead['location'],
    OriginatedRead['value'],
    OriginatedRead['at'],
    boolean,
  ];
  readAt.push(input.next());
  return { location, value, at, credit, origin: unpackOrigin(input) };
}

function unpackOrigin(input: Reader): Origin {
  const first = input.next<null | Version['tx'] | Origin>();
  if (first === null) return { kind: 'prestate' };
  if (typeof first === 'number') return { kind: 'version', version: { tx: first, incarnation: input.next() } };
  return first;
}

function packExecution(out: unknown[], execution: Execution, reads: readonly OriginatedRead[]): void {
  const { writes, credits, fee, bareAccesses = null } = execution.recording;
  out.push(fee, bareAccesses, writes.length);
  for (const { location, before, value } of writes) {
    // What is written was mostly read before: its name and its old value are there already.
    const read = reads.findIndex((other) => other.location === location && other.value === before);
    if (read >= 0) out.push(read, value);
    else out.push(location, before, value);
  }
  out.push(credits.length);
  for (const { address, amount } of credits) out.push(address, amount);
  if (execution.kind !== 'executed') {
    const { recording: _, ...rest } = execution;
    out.push(rest);
    return;
  }
  const { type, success, gasUsed, logs, error, output, createdAddress } = execution.receipt;
  out.push(null, type, success, gasUsed, error, output, createdAddress, logs.length);
  for (const { address, topics, data } of logs) out.push(address, data, topics.length, ...topics);
}

function unpackExecution(input: Reader, reads: readonly OriginatedRead[]): Execution {
  const fee = input.next<bigint>();
  const bareAccesses = input.next<Recording['bareAccesses'] | null>();
  const writes = input.list((): WriteRecord => {
    const first = input.next<number | WriteRecord['location']>();
    if (typeof first !== 'number') return { location: first, before: input.next(), value: input.next() };
    const read = reads[first];
    if (!read) throw new Error(`a packed write names read ${first} of ${reads.length}`);
    return { location: read.location, before: read.value, value: input.next() };
  });
  const credits = input.list((): CreditRecord => ({ address: input.next(), amount: input.next() }));
  const recording = { reads: [], writes, credits, fee, ...(bareAccesses && { bareAccesses }) };
  const rest = input.next<null | WithoutRecording<Exclude<Execution, { kind: 'executed' }>>>();
  if (rest) return { ...rest, recording };
  return { kind: 'executed', receipt: unpackReceipt(input), recording };
}

function unpackReceipt(input: Reader): TxReceipt {
  const [type, success, gasUsed] = [input.next<number>(), input.next<boolean>(), input.next<TxReceipt['gasUsed']>()];
  const [error, output] = [input.next<string | undefined>(), input.next<TxReceipt['output']>()];
  const createdAddress = input.next<TxReceipt['createdAddress']>();
  const logs = input.list((): Log => {
    const [address, data] = [input.next<Log['address']>(), input.next<Log['data']>()];
    return { address, topics: input.list(() => input.next()), data };
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

interface Reader {
  /** The next item, which the caller knows the type of, as it was packed in the same order. */
  next<T>(): T;
  /** A length, and so many things. */
  list<T>(read: () => T): T[];
}

function createReader(packed: PackedResults): Reader {
  let at = 0;
  const next = <T>(): T => packed[at++] as T;
  return {
    next,
    list(read) {
      const length = next<number>();
      const items = [];
      for (let i = 0; i < length; i++) items.push(read());
      return items;
    },
  };
}
