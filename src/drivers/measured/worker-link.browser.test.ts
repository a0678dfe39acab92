import { expect, test } from 'vitest';
import { createWorkerLink, type WorkerLink } from './worker-link.ts';

interface Failing {
  echo(value: unknown): Promise<unknown>;
  fail(): Promise<never>;
  hang(): Promise<never>;
  spin(): Promise<never>;
  crash(): Promise<never>;
  close(): Promise<never>;
}

function link(): WorkerLink<Failing> {
  return createWorkerLink<Failing>(
    new Worker(new URL('./test-workers/failing.worker.ts', import.meta.url), { type: 'module' }),
  );
}

test('a call gives the answer, bigints and maps included', async () => {
  const worker = link();
  const value = { wei: 1n << 200n, map: new Map([['b:0x', '0x00']]) };
  expect(await worker.call((service) => service.echo(value))).toEqual(value);
  worker.terminate('done');
});

test('what the service throws comes back, and the worker lives on', async () => {
  const worker = link();
  await expect(worker.call((service) => service.fail())).rejects.toThrow('asked to fail');
  expect(worker.alive).toBe(true);
  expect(await worker.call((service) => service.echo(1))).toBe(1);
  worker.terminate('done');
});

test('terminating rejects every call under way and every later one', async () => {
  const worker = link();
  const calls = [worker.call((service) => service.hang()), worker.call((service) => service.hang())];
  worker.terminate('no longer needed');
  for (const call of calls)
    await expect(call).rejects.toMatchObject({ name: 'WorkerLost', message: 'no longer needed' });
  await expect(worker.call((service) => service.echo(1))).rejects.toMatchObject({
    name: 'WorkerLost',
    deliberate: true,
  });
});

test.each(['hang', 'spin', 'close'] as const)(
  'a worker that gives no answer (%s) is lost after the limit',
  async (how) => {
    const worker = link();
    await worker.call((service) => service.echo(0));
    await expect(worker.call((service) => service[how](), 100)).rejects.toMatchObject({
      name: 'WorkerLost',
      message: 'a worker gave no answer for 100 ms',
    });
    expect(worker.alive).toBe(false);
  },
);

test('a worker that crashes is lost at once, without any limit', async () => {
  const worker = link();
  await expect(worker.call((service) => service.crash())).rejects.toMatchObject({
    name: 'WorkerLost',
    deliberate: false,
  });
});

test('a worker whose script can’t be loaded is lost', async () => {
  const worker = createWorkerLink<Failing>(new Worker('/no-such-script.js', { type: 'module' }));
  await expect(worker.call((service) => service.echo(0), 10_000)).rejects.toMatchObject({ name: 'WorkerLost' });
});
