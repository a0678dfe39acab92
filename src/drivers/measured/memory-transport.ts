import type { Memory, ReadPolicy } from '../../engines/engine.ts';
import type { CreditRecord, WriteRecord } from '../../model/execution.ts';
import type { TxIndex, Version } from '../../model/ids.ts';

/** What an engine did to the memory of a run. Plain data; repeated in the same order, it gives the same memory. */
export type MemoryOperation =
  | {
      readonly kind: 'publish';
      readonly version: Version;
      readonly writes: readonly WriteRecord[];
      readonly credits: readonly CreditRecord[];
      readonly fee: bigint;
    }
  | { readonly kind: 'mark-estimates'; readonly tx: TxIndex }
  | { readonly kind: 'withdraw'; readonly tx: TxIndex };

/**
 * How the writes of a run reach the workers that read them. The engine writes to `memory` on the coordinator's thread; a
 * worker sees them through its own side of the transport.
 *
 * There is one implementation, `replica`: each message to a worker carries what happened since the last, so that an
 * incarnation sees the versions that were there when it was sent. With memory in a SharedArrayBuffer, `updatesFor` will have
 * nothing to carry and workers will see a version as soon as it is written.
 */
export interface MemoryTransport {
  readonly kind: 'replica';
  readonly memory: Memory;
  /** What the engine publishes from now on has been published by the worker of `lane` in its own replica (null: by none). */
  completing(lane: number | null): void;
  /** What the worker of `lane` hasn't been told yet. Whoever asks must send it: it isn't given twice. */
  updatesFor(lane: number): readonly MemoryOperation[];
  /** The worker of `lane` is a new one, which knows nothing. */
  forget(lane: number): void;
}

interface Logged {
  readonly operation: MemoryOperation;
  /** The worker of this lane has published it in its own replica already. */
  own: number | null;
}

/**
 * Wraps the coordinator's memory so that everything done to it is also kept, in order, for the replicas. Under the policy
 * `newest-lower` a worker isn't told of its own writes, which it has already; where the order in which different transactions
 * write matters, it must have all.
 */
export function createReplicaTransport(memory: Memory, lanes: number, policy: ReadPolicy): MemoryTransport {
  const log: Logged[] = [];
  const told = new Array<number>(lanes).fill(0);
  let completing: number | null = null;
  return {
    kind: 'replica',
    memory: {
      read: (location, reader) => memory.read(location, reader),
      firstStaleRead: (reader, reads) => memory.firstStaleRead(reader, reads),
      publish(version, recording) {
        const { writes, credits, fee } = recording;
        const own = policy === 'newest-lower' ? completing : null;
        log.push({ operation: { kind: 'publish', version, writes, credits, fee }, own });
        return memory.publish(version, recording);
      },
      markEstimates(tx) {
        log.push({ operation: { kind: 'mark-estimates', tx }, own: null });
        memory.markEstimates(tx);
      },
      withdraw(tx) {
        log.push({ operation: { kind: 'withdraw', tx }, own: null });
        memory.withdraw(tx);
      },
    },
    completing(lane) {
      completing = lane;
    },
    updatesFor(lane) {
      const updates: MemoryOperation[] = [];
      for (let i = told[lane] ?? 0; i < log.length; i++) {
        const logged = log[i];
        if (logged && logged.own !== lane) updates.push(logged.operation);
      }
      told[lane] = log.length;
      return updates;
    },
    forget(lane) {
      told[lane] = 0;
      for (const logged of log) if (logged.own === lane) logged.own = null;
    },
  };
}

/** A worker's side: does to its replica what was done to the coordinator's memory. */
export function applyUpdates(replica: Memory, updates: readonly MemoryOperation[]): void {
  for (const update of updates) {
    if (update.kind === 'publish') replica.publish(update.version, { ...update, reads: [] });
    else if (update.kind === 'mark-estimates') replica.markEstimates(update.tx);
    else replica.withdraw(update.tx);
  }
}
