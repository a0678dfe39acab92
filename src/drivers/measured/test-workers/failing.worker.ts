import { expose } from 'comlink';

/** Does everything a worker can do wrong. */
expose({
  echo: async (value: unknown) => value,
  fail: async () => {
    throw new RangeError('asked to fail');
  },
  hang: () => new Promise<never>(() => {}),
  spin: async () => {
    for (;;);
  },
  crash: async () => {
    setTimeout(() => {
      throw new Error('crashed');
    }, 0);
    await new Promise<never>(() => {});
  },
  close: async () => {
    self.close();
    await new Promise<never>(() => {});
  },
});
