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
    giver.give([task(n), task(n + 1)], 0);
    expect(await taker.take(sleep)).toEqual(task(n));
    expect(taker.finish()).toBe(false);
    expect(await taker.take(sleep)).toEqual(task(n + 1));
    // Nothing is left.
    expect(taker.finish()).toBe(true);
    expect(giver.done).toBe(n + 2);
  }
});

test('word is wanted when few are left, and when none is', async () => {
  const [giver, taker] = ends();
  const wanted = async (ends: number): Promise<boolean[]> => {
    const answers: boolean[] = [];
    for (let n = 0; n < ends; n++) {
      await taker.take(sleep);
      answers.push(taker.finish());
    }
    return answers;
  };
  giver.give([task(0), task(1), task(2), task(3)], 2);
  expect(await wanted(4)).toEqual([false, true, false, true]);

  giver.give([task(4), task(0)], 1);
  // More comes before it is heard.
  giver.give([task(1), task(2)], 1);
  expect(await wanted(4)).toEqual([false, false, true, true]);
});

test('what the worker hasn’t come to takes room', async () => {
  const [giver, taker] = ends();
  const most = [0, 1, 2, 3, 4, 5, 6, 7].map(task);
  expect(giver.room).toBe(8);
  giver.give(most, 0);
  expect(giver.room).toBe(0);
  expect(() => giver.give([task(8)], 0)).toThrow(new RangeError('1 tasks for a queue with room for 0'));
  await taker.take(sleep);
  taker.finish();
  expect(giver.room).toBe(1);
  giver.give([task(8)], 0);
  for (let n = 1; n <= 8; n++) {
    expect(await taker.take(sleep)).toEqual(task(n));
    taker.finish();
  }
});

test('a worker without a task sleeps until there is one, or the queue is closed', async () => {
  const [giver, taker] = ends();
  const taken = taker.take(sleep);
  await new Promise((resolve) => setTimeout(resolve, 5));
  giver.give([task(3)], 0);
  expect(await taken).toEqual(task(3));
  taker.finish();
  const next = taker.take(sleep);
  await new Promise((resolve) => setTimeout(resolve, 5));
  giver.close();
  expect(await next).toBeNull();
});

test('a closed queue gives nothing more, whatever is left in it', async () => {
  const [giver, taker] = ends();
  giver.give([task(1), task(2)], 0);
  await taker.take(sleep);
  giver.close();
  expect(await taker.take(sleep)).toBeNull();
});
