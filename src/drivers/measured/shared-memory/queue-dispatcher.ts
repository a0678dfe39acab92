import type { DispatchHandlers, Dispatcher } from '../dispatcher.ts';
import type { ExecutorPool } from '../executor-pool.ts';
import type { MemoryTransport } from '../memory-transport.ts';
import { WorkerLost } from '../worker-link.ts';
import type { Arena } from './arena.ts';
import { createTaskQueue, QueueGiver, type QueuedTask } from './task-queue.ts';

/** A worker that hasn't left its closed queue by then is at something that doesn't end, or is no more, ms. */
const CLOSE_MS = 1000;
/** A worker that is late is sent its work all the same, ms: if it is lost, that will show. */
const ARRIVAL_MS = 200;
/** How often silent workers are looked for, ms. */
const WATCH_MS = 100;

export interface QueueDispatcherInput {
  readonly arena: Arena;
  readonly pool: ExecutorPool;
  readonly transport: MemoryTransport;
  readonly lanes: number;
  readonly transactions: number;
  readonly handlers: DispatchHandlers;
}

/** One worker's queue. */
interface Post {
  readonly queue: QueueGiver;
  /** Given, and not known to have been passed: executed here, or by another lane. */
  readonly underWay: QueuedTask[];
  /** Sent when there was no room for it: given as soon as there is. */
  readonly backlog: QueuedTask[];
  /** Ends known. */
  done: number;
  /** Since when it has had something to do and ended nothing, ms. */
  since: number;
  limitMs: number;
  lowWater: number;
  /** Settled when its worker is at nothing any more. */
  readonly left: Promise<void>;
}

/**
 * Through queues in shared memory: no message crosses while the run goes on. Each worker works through its queue; the
 * coordinator looks now and then, and when the bell rings.
 */
export function createQueueDispatcher(input: QueueDispatcherInput): Dispatcher {
  const { arena, pool, transport, lanes, transactions, handlers } = input;
  const posts = new Map<number, Post>();
  let closed = false;

  function open(lane: number): void {
    const queue = createTaskQueue(arena.heap, transactions);
    const post: Post = {
      queue: new QueueGiver(arena.heap, queue, transactions),
      underWay: [],
      backlog: [],
      done: 0,
      since: 0,
      limitMs: 0,
      lowWater: 0,
      left: pool.work(lane, queue, transactions).then(
        () => {},
        (error: unknown) => {
          if (closed || posts.get(lane) !== post) return;
          posts.delete(lane);
          if (error instanceof WorkerLost) handlers.lost(lane, error);
          else handlers.failed(error);
        },
      ),
    };
    posts.set(lane, post);
  }

  function fill({ queue, underWay, backlog, lowWater }: Post): void {
    const tasks = backlog.splice(0, queue.room);
    if (tasks.length === 0) return;
    underWay.push(...tasks);
    queue.give(tasks, lowWater);
  }

  /** Passes on what has ended since the last look. */
  function look(): boolean {
    for (const [lane, post] of posts) {
      const { done } = post.queue;
      if (done === post.done) continue;
      const passed = post.underWay.splice(0, done - post.done);
      post.done = done;
      post.since = performance.now();
      fill(post);
      const versions = passed.map(({ version }) => version);
      const tickets = passed.map(({ ticket }) => ticket);
      const results = transport.resultsOf({ updates: [], versions, tickets }, [], lane);
      if (!closed && results.length > 0) handlers.ended(lane, results);
    }
    if (!closed) handlers.turn();
    return !closed;
  }

  function findSilent(): void {
    if (!listening) return;
    look();
    for (const [lane, { underWay, since, limitMs }] of posts) {
      if (underWay.length > 0 && performance.now() > since + limitMs) {
        pool.terminate(lane, `a worker gave no answer for ${Math.round(limitMs)} ms`);
      }
    }
  }

  /** Whether the worker has left by itself. */
  async function seeOff(lane: number, { left }: Post): Promise<boolean> {
    let inOrder = true;
    const timer = setTimeout(() => {
      inOrder = false;
      pool.terminate(lane, 'a worker did not stop at the end of a run');
    }, CLOSE_MS);
    await left;
    clearTimeout(timer);
    return inOrder;
  }

  for (let lane = 0; lane < lanes; lane++) open(lane);
  const watch = setInterval(findSilent, WATCH_MS);

  let listening = false;
  /** From the first sending on: once all that can be sent has been. */
  function listen(): void {
    if (listening) return;
    listening = true;
    void Promise.resolve()
      .then(() => arena.bell.listen(look))
      .catch((error: unknown) => handlers.failed(error));
  }

  return {
    async ready() {
      await Promise.all([...posts.values()].map(({ queue }) => queue.arrival(ARRIVAL_MS)));
    },
    send(to, versions, { limitMs, lowWater }) {
      const { tickets = [] } = transport.batchFor(to[0] ?? 0, versions);
      const tasks = versions.map((version, i) => ({ version, ticket: tickets[i] ?? 0 }));
      const chosen = to.map((lane): Post => {
        const post = posts.get(lane);
        if (!post) throw new Error(`lane ${lane} has no worker`);
        return post;
      });
      for (const post of chosen) {
        if (post.underWay.length === 0) post.since = performance.now();
        post.limitMs = limitMs;
        post.lowWater = lowWater;
        post.backlog.push(...tasks);
        fill(post);
      }
      listen();
    },
    setHungry(hungry) {
      arena.bell.hungry = hungry;
    },
    async replace(lane) {
      await pool.replace(lane);
      if (!closed) open(lane);
    },
    async close() {
      closed = true;
      clearInterval(watch);
      for (const { queue } of posts.values()) queue.close();
      // Ends the listening.
      arena.bell.ring();
      const inOrder = await Promise.all([...posts].map(([lane, post]) => seeOff(lane, post)));
      return inOrder.every(Boolean);
    },
  };
}
