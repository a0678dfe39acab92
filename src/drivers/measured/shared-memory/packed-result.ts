import type { OriginatedRead, ReadSet } from '../../../engines/engine.ts';
import type {
  CreditRecord,
  Execution,
  InvalidReason,
  ReadRecord,
  Recording,
  TxReceipt,
  WriteRecord,
} from '../../../model/execution.ts';
import type { OpenedResult } from '../memory-transport.ts';
import type { Pointer } from './heap.ts';
import type { ResultReader } from './result-reader.ts';

/*
 * A result as an engine gets it: of the type that it expects, but unpacked only when somebody looks. Engines don't, as a rule;
 * memory and watch take the pointer.
 */

export class PackedReads implements ReadSet {
  readonly result: Pointer;
  readonly #open: () => OpenedResult;
  constructor(result: Pointer, open: () => OpenedResult) {
    this.result = result;
    this.#open = open;
  }
  [Symbol.iterator](): Iterator<OriginatedRead> {
    return this.#open().reads[Symbol.iterator]();
  }
}

export class PackedRecording implements Recording {
  readonly result: Pointer;
  readonly #open: () => OpenedResult;
  constructor(result: Pointer, open: () => OpenedResult) {
    this.result = result;
    this.#open = open;
  }
  get reads(): readonly ReadRecord[] {
    return this.#open().execution.recording.reads;
  }
  get writes(): readonly WriteRecord[] {
    return this.#open().execution.recording.writes;
  }
  get credits(): readonly CreditRecord[] {
    return this.#open().execution.recording.credits;
  }
  get fee(): bigint {
    return this.#open().execution.recording.fee;
  }
}

export interface PackedOutcome {
  readonly execution: Execution;
  readonly reads: PackedReads;
  /** Unpacks it, once. */
  readonly open: () => OpenedResult;
}

export function toPackedOutcome(reader: ResultReader, result: Pointer): PackedOutcome {
  let opened: OpenedResult | undefined;
  const open = (): OpenedResult => {
    opened ??= reader.open(result);
    return opened;
  };
  const reads = new PackedReads(result, open);
  return { execution: toPackedExecution(reader, result, open), reads, open };
}

function toPackedExecution(reader: ResultReader, result: Pointer, open: () => OpenedResult): Execution {
  const kind = reader.kindOf(result);
  const recording = new PackedRecording(result, open);
  if (kind === 'blocked') {
    const { location } = reader.blockedAt(result);
    return { kind, location, by: reader.blockedBy(result), at: 0 as never, recording };
  }
  if (kind === 'executed') {
    return {
      kind,
      recording,
      get receipt(): TxReceipt {
        return (open().execution as Extract<Execution, { kind: 'executed' }>).receipt;
      },
    };
  }
  return {
    kind,
    recording,
    get reason(): InvalidReason {
      return (open().execution as Extract<Execution, { kind: 'invalid' }>).reason;
    },
  };
}
