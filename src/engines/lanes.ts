import { type LaneIndex, laneIndex, type TxIndex } from '../model/ids.ts';
import { createDependencyTracker } from './dependency-tracker.ts';
import type { CreateEngine, EngineInfo } from './engine.ts';
import { refuseCycle } from './lane-cycle.ts';

/**
 * Each lane runs its transactions in the order drawn.
 *
 * *Wait.* A transaction starts when all that it depends on has finished. Lane order and dependencies together must
 * have no cycle (`refuseCycle`), else two lanes would wait for each other for ever.
 *
 *   next in its lane ─last predecessor finished, assign▶ running ─complete▶ committed
 *
 * *Free order.* The order in which transactions are committed is the serial order. An incarnation is committed at its
 * end if what it read is still the committed value (backward validation, Kung and Robinson 1981); otherwise it starts over at once. It ends:
 * a transaction starts over only because another was committed meanwhile.
 *
 *   next in its lane ─assign▶ running ─complete, reads still hold▶ committed
 *          ▲                     │
 *          └─── stale: abort ────┘
 */
const createEngine: CreateEngine = ({ transactions, drawn, options, dependencies, memory, notify }) => {
  const free = options.lanesPolicy === 'free';
  const tracker = createDependencyTracker(free ? dependencies.map(() => []) : dependencies);
  /** Cards of each lane still to be given out, the next one last. */
  const cards = drawn.map((lane) => lane.toReversed());
  const incarnation = new Array<number>(transactions).fill(0);
  const committed: TxIndex[] = [];
  const laneOf = new Map<TxIndex, LaneIndex>();
  drawn.forEach((txs, lane) => {
    for (const tx of txs) laneOf.set(tx, laneIndex(lane));
  });

  const versionOf = (tx: TxIndex) => ({ tx, incarnation: incarnation[tx] ?? 0 });

  return {
    assign(lane) {
      const tx = cards[lane]?.at(-1);
      if (tx === undefined) return { kind: 'wait', cause: { kind: 'no-task' } };
      if (!tracker.isReady(tx)) return { kind: 'wait', cause: tracker.cause(tx) };
      cards[lane]?.pop();
      return { kind: 'task', task: { kind: 'execute', version: versionOf(tx) } };
    },

    complete({ version: { tx } }, outcome) {
      if (outcome.kind !== 'execution') return;
      const cause = free ? memory.firstStaleRead(tx, outcome.reads) : null;
      if (cause) {
        notify({ kind: 'aborted', version: versionOf(tx), cause });
        incarnation[tx] = (incarnation[tx] ?? 0) + 1;
        cards[laneOf.get(tx) ?? 0]?.push(tx);
        return;
      }
      memory.publish(versionOf(tx), outcome.execution.recording);
      notify({ kind: 'committed', version: versionOf(tx) });
      committed.push(tx);
      tracker.finish(tx);
    },

    get done() {
      return committed.length >= transactions;
    },
    ...(free && { serialOrder: committed }),
  };
};

export const lanes: EngineInfo = {
  id: 'lanes',
  readPolicy: (options) => (options.lanesPolicy === 'free' ? 'committed' : 'newest-lower'),
  assignsAhead: (options) => options.lanesPolicy === 'wait',
  refusal: ({ options, drawn, dependencies }) =>
    options.lanesPolicy === 'free' ? null : refuseCycle(drawn, dependencies),
  createEngine,
};
