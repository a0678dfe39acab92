import { expose } from 'comlink';
import { createMemoryFor } from '../../../engines/create-memory.ts';
import { createExecutor } from '../../../evm/executor.ts';
import { effectivePrestate } from '../../../evm/system-calls.ts';
import type { Block } from '../../../model/block.ts';
import type { Executor } from '../../../model/execution.ts';
import { createPrestateReader } from '../../../model/prestate.ts';
import { createExecutorService } from '../executor-service.ts';
import type { Fault } from './faulty-pool.ts';

/*
 * An executor like any other, that fails in the middle of a transaction: between two of its state reads. Its name says how, and a
 * word of shared memory when: the number of transactions left until then, 0 for never. A message would come too late for a worker
 * that is busy.
 */
let countdown: Int32Array = new Int32Array(1);
self.addEventListener('message', ({ data }) => {
  if (data instanceof SharedArrayBuffer) countdown = new Int32Array(data);
});

async function createFaulty(block: Block): Promise<Executor> {
  const executor = await createExecutor(block);
  return {
    ...executor,
    get preimages() {
      return executor.preimages;
    },
    execute(tx, view, options) {
      let reads = 0;
      return executor.execute(
        tx,
        {
          read(location) {
            // One that can't be included, or meets an ESTIMATE, doesn't come as far.
            if (++reads === 3 && takeTurn()) fail(self.name as Fault);
            return view.read(location);
          },
        },
        options,
      );
    },
  };
}

/** Whether the transaction that is at its third read now is the one to fail in. */
function takeTurn(): boolean {
  if (Atomics.load(countdown, 0) <= 0) return false;
  const isLast = Atomics.sub(countdown, 0, 1) === 1;
  if (isLast && self.name === ('always-hang' satisfies Fault)) Atomics.store(countdown, 0, 1);
  return isLast;
}

function fail(fault: Fault): void {
  switch (fault) {
    case 'throw':
      throw new Error('asked to throw');
    case 'crash':
      // Out of reach of whoever awaits the execution, which is over for good.
      queueMicrotask(() => {
        throw new Error('asked to crash');
      });
      hold(20);
      return;
    case 'close':
      self.close();
      return;
    case 'exhaust':
      exhaust();
      return;
    case 'hang':
    case 'always-hang':
      for (;;);
    case 'slow':
      hold(300);
  }
}

function hold(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/**
 * Takes memory until there is no more. Buffers, as the EVM's memory and the stack of its frames are: a heap full of objects ends
 * the whole tab in Chromium, and nobody is left to see to it.
 */
function exhaust(): void {
  const taken: ArrayBuffer[] = [];
  for (;;) taken.push(new ArrayBuffer(2 ** 32));
}

expose(
  createExecutorService({
    createExecutor: createFaulty,
    createMemory: createMemoryFor,
    prestateOf: (block) => createPrestateReader(effectivePrestate(block)),
  }),
);
