import { expect, test } from 'vitest';
import { txIndex } from '../../../model/ids.ts';
import { createGrowable } from './growable-words.ts';
import { Heap } from './heap.ts';
import { createTaskQueue, QueueGiver, QueueTaker, type Sleep } from './task-queue.ts';

const TRANSACTIONS = 5;
/** Both ends are on this thread here: it mustn't stand still. */
const sleep: Sleep = (words, word, value) => Atomics.waitAsync(words, word, value).value;

function ends() {
  const heap = new Heap(createGrowable(0, 1 << 20));
  heap.reset(10);
  const queue = createTaskQueue(heap, TRANSACTIONS);
  return [
    new QueueGiver(heap, queue, TRANSACTIONS),
    new QueueTaker(new Heap(heap.buffer), queue, TRANSACTIONS),
  ] as const;
}
const task = (n: number) => ({ version: { tx: txIndex(n % TRANSACTIONS), incarnation: n }, ticket: -1 - n });

test('tasks come out in the order in which they went in, over and over round the ring', async () => {
  const [giver, taker] = ends();
  for (let n = 0; n < 40; n += 2) {
    giver.give([task(n), task(n + 1)], false);
    expect(await taker.take(sleep)).toEqual(task(n));
    expect(taker.finish()).toBe(false);
    expect(await taker.take(sleep)).toEqual(task(n + 1));
    // Nothing is left.
    expect(taker.finish()).toBe(true);
    expect(giver.done).toBe(n + 2);
  }
});

test('word of the last one of those given at a time is wanted where that is said', async () => {
  const [giver, taker] = ends();
  giver.give([task(0), task(1)], true);
  giver.give([task(2)], false);
  const wanted: boolean[] = [];
  for (let n = 0; n < 3; n++) {
    await taker.take(sleep);
    wanted.push(taker.finish());
  }
  expect(wanted).toEqual([false, true, true]);

  giver.give([task(3)], false);
  giver.give([task(4)], false);
  await taker.take(sleep);
  expect(taker.finish()).toBe(false);
});

test('a worker without a task sleeps until there is one, or the queue is closed', async () => {
  const [giver, taker] = ends();
  const taken = taker.take(sleep);
  await new Promise((resolve) => setTimeout(resolve, 5));
  giver.give([task(3)], false);
  expect(await taken).toEqual(task(3));
  taker.finish();
  const next = taker.take(sleep);
  await new Promise((resolve) => setTimeout(resolve, 5));
  giver.close();
  expect(await next).toBeNull();
});

test('a closed queue gives nothing more, whatever is left in it', async () => {
  const [giver, taker] = ends();
  giver.give([task(1), task(2)], true);
  await taker.take(sleep);
  giver.close();
  expect(await taker.take(sleep)).toBeNull();
});
