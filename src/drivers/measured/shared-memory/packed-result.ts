import type { OriginatedRead, ReadSet } from '../../../engines/engine.ts';
import type {
  CreditRecord,
  Execution,
  InvalidReason,
  Recording,
  TxReceipt,
  WriteRecord,
} from '../../../model/execution.ts';
import type { Address, Gas, TxIndex, Version } from '../../../model/ids.ts';
import type { Location } from '../../../model/location.ts';
import type { LaneResult, OpenedResult } from '../memory-transport.ts';
import type { Instant } from '../protocol.ts';
import type { Pointer } from './heap.ts';
import type { ResultReader } from './result-reader.ts';

/**
 * A result as an engine gets it: execution, recording and read set in one object, unpacked only when somebody looks into it. Engines
 * don't, as a rule; memory and watch take the pointer. One object, since every one lives to the end of the run: making and
 * keeping several took longer than all else that is done with a result meanwhile.
 */
export class PackedResult implements ReadSet, Recording {
  readonly kind: Execution['kind'];
  readonly result: Pointer;
  readonly #reader: ResultReader;
  #opened: OpenedResult | undefined;

  constructor(reader: ResultReader, result: Pointer) {
    this.kind = reader.kindOf(result);
    this.result = result;
    this.#reader = reader;
  }

  /** Unpacks it, once. */
  open(): OpenedResult {
    this.#opened ??= this.#reader.open(this.result);
    return this.#opened;
  }

  /** It has what an execution of its kind has; the compiler can't see that from a class. */
  asExecution(): Execution {
    return this as unknown as Execution;
  }

  get recording(): Recording {
    return this;
  }
  get receipt(): TxReceipt {
    return (this.open().execution as Extract<Execution, { kind: 'executed' }>).receipt;
  }
  get reason(): InvalidReason {
    return (this.open().execution as Extract<Execution, { kind: 'invalid' }>).reason;
  }
  get location(): Location {
    return this.#reader.blockedAt(this.result).location;
  }
  get by(): TxIndex {
    return this.#reader.blockedBy(this.result);
  }
  get at(): Gas {
    return (this.open().execution as Extract<Execution, { kind: 'blocked' }>).at;
  }

  get reads(): readonly OriginatedRead[] {
    return this.open().reads;
  }
  get writes(): readonly WriteRecord[] {
    return this.open().execution.recording.writes;
  }
  get credits(): readonly CreditRecord[] {
    return this.open().execution.recording.credits;
  }
  get fee(): bigint {
    return this.open().execution.recording.fee;
  }
  get bareAccesses(): readonly Address[] {
    return this.open().execution.recording.bareAccesses ?? [];
  }
  [Symbol.iterator](): Iterator<OriginatedRead> {
    return this.open().reads[Symbol.iterator]();
  }
}

/** As the driver gets it. */
export class SharedResult implements LaneResult {
  readonly version: Version;
  readonly start: Instant;
  readonly end: Instant;
  readonly reads: PackedResult;

  constructor(version: Version, reader: ResultReader, result: Pointer) {
    this.version = version;
    this.start = reader.startOf(result);
    this.end = reader.endOf(result);
    this.reads = new PackedResult(reader, result);
  }

  get execution(): Execution {
    return this.reads.asExecution();
  }
  open(): OpenedResult {
    return this.reads.open();
  }
}
