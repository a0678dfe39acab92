import { expect, test } from 'vitest';
import type { WaitCause } from '../../model/events.ts';
import { runDrawn } from './run-drawn.ts';
import { parseDrawnBlock } from '../../model/notation.ts';

const chain = `
  0: gas 4, w a
  1: r a, gas 4, w b
  2: r b, gas 4, w c
  3: r c, gas 4
`;

test('every lane that waits knows why, at every step of a chain', async () => {
  const run = await runDrawn(parseDrawnBlock(chain), { engine: 'dag', lanes: 4 });
  const cause: (WaitCause | null)[] = [null, null, null, null];
  const idle = new Set([1, 2, 3]);
  let now = 0;
  const seen: string[] = [];
  const look = (): void => {
    for (const lane of idle) {
      const wait = cause[lane];
      seen.push(wait && 'on' in wait ? `${now}: ${wait.tx} waits for ${wait.on}` : `${now}: ${wait?.kind}`);
    }
  };
  for (const event of run.events) {
    if (event.at > now) look();
    now = event.at;
    if (event.kind === 'started') {
      cause[event.lane] = null;
      idle.delete(event.lane);
    } else if (event.kind === 'finished') idle.add(event.lane);
    else if (event.kind === 'waiting') {
      cause[event.lane] = event.cause;
      if (event.everyLane) for (const lane of idle) if (cause[lane]) cause[lane] = event.cause;
    }
  }
  expect(new Set(seen)).toEqual(new Set(['0: 1 waits for 0', '4: 2 waits for 1', '8: 3 waits for 2', '12: no-task']));
});
