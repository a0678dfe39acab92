import { describe, expect, test } from 'vitest';
import { nameToAddress, wordToLocation } from '../../../model/notation.ts';
import { txIndex, type Version } from '../../../model/ids.ts';
import { emptyValue } from '../../../model/location.ts';
import { createScriptedExecutor, type ScriptedTx } from '../scripted-executor.ts';
import type { RunTerms } from '../protocol.ts';
import { createArena, createLocationNumbers, openNumbers } from './arena.ts';
import { createSharedTransport } from './coordinator-side.ts';
import { createPlaces } from './places.ts';
import { createWorkerSide, type WorkerSide } from './worker-side.ts';

const coinbase = nameToAddress('coinbase');
const [a, b] = ['a', 'b'].map(wordToLocation) as [ReturnType<typeof wordToLocation>, ReturnType<typeof wordToLocation>];
const TRANSACTIONS = 4;

/** A coordinator and workers that the test moves by hand. */
function setUp(script: (tx: number) => ScriptedTx) {
  const numbers = createLocationNumbers('test', 10);
  const handle = numbers && createArena(numbers, TRANSACTIONS);
  if (!handle) throw new Error('no shared memory here');
  const places = () => createPlaces(openNumbers(handle.numbers), emptyValue);
  const transport = createSharedTransport(handle, places(), TRANSACTIONS, coinbase);
  const worker = (workersPublish: boolean): WorkerSide => {
    const terms: RunTerms = { policy: 'newest-lower', fees: 'delta', credits: 'strict', workersPublish };
    const executor = createScriptedExecutor(script);
    return createWorkerSide({ handle, places: places(), coinbase, executor, terms, list: null });
  };
  const send = (version: Version): number => transport.batchFor(0, [version]).tickets?.[0] ?? 0;
  return { transport, worker, send };
}

const version = (tx: number, incarnation = 0): Version => ({ tx: txIndex(tx), incarnation });
const writes = (value: bigint): ScriptedTx => ({
  reads: [a],
  writes: () => [
    [a, value],
    [b, value],
  ],
});

describe('what several workers were sent', () => {
  test('is executed by one, whichever comes first, and counts as that one’s result', async () => {
    let executions = 0;
    const { transport, worker, send } = setUp(() => ({ ...writes(5n), before: () => void executions++ }));
    const ticket = send(version(0));
    expect(transport.claimsOn?.([version(0)])).toEqual({ lanes: new Set(), open: 1 });
    const done = await Promise.all([
      worker(true).execute(version(0), ticket, 1),
      worker(true).execute(version(0), ticket, 0),
    ]);
    expect(done).toEqual([expect.any(Number), null]);
    expect(executions).toBe(1);
    const batch = { updates: [], versions: [version(0)], tickets: [ticket] };
    expect(transport.resultsOf(batch, [], 0)).toEqual([]);
    expect(transport.resultsOf(batch, [], 1)).toMatchObject([{ version: version(0) }]);
  });

  test('a second time has a ticket of its own: who comes to the first one late passes it over', async () => {
    const { transport, worker, send } = setUp(() => writes(5n));
    const first = send(version(0));
    await worker(true).execute(version(0), first, 0);
    const second = send(version(0, 1));
    const late = worker(true);
    expect(await late.execute(version(0), first, 1)).toBeNull();
    expect(await late.execute(version(0, 1), second, 1)).toEqual(expect.any(Number));
    const under = (ticket: number) => ({ updates: [], versions: [version(0, 1)], tickets: [ticket] });
    expect(transport.resultsOf(under(first), [], 1)).toEqual([]);
    expect(transport.resultsOf(under(second), [], 1)).toHaveLength(1);
  });
});

describe('a worker that is lost', () => {
  test('before its result is there: nothing of it is seen, then or later, and the transaction is done again', async () => {
    let value = 1n;
    const { transport, worker, send } = setUp(() => writes(value));
    const ticket = send(version(0));
    expect(transport.reclaim(0, [version(0)])).toEqual({ ended: [], left: [version(0)], atWork: null });
    // It wasn't dead yet.
    expect(await worker(true).execute(version(0), ticket, 0)).toBeNull();
    expect(transport.memory.read(a, txIndex(1))).toMatchObject({ kind: 'value', value: 0n });
    value = 2n;
    await worker(true).execute(version(0), send(version(0)), 0);
    expect(transport.memory.read(a, txIndex(1))).toMatchObject({ kind: 'value', value: 2n });
  });

  test('in the middle of it: its late result comes to nothing, and it is named as what the worker was at', async () => {
    let release = (): void => {};
    const slow: ScriptedTx = {
      ...writes(1n),
      before: () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    };
    const { transport, worker, send } = setUp(() => slow);
    const running = worker(true).execute(version(0), send(version(0)), 3);
    expect(transport.claimsOn?.([version(0)])).toEqual({ lanes: new Set([3]), open: 0 });
    expect(transport.reclaim(2, [version(0)])).toEqual({ ended: [], left: [], atWork: null });
    expect(transport.reclaim(3, [version(0)])).toEqual({ ended: [], left: [version(0)], atWork: version(0) });
    release();
    await expect(running).rejects.toThrow('given to another worker');
    expect(transport.memory.read(a, txIndex(1))).toMatchObject({ kind: 'value', value: 0n });
  });

  test('after its result is there, before it has published it: the result counts, and the engine publishes it', async () => {
    const { transport, worker, send } = setUp(() => writes(7n));
    await worker(false).execute(version(0), send(version(0)), 0);
    expect(transport.memory.read(a, txIndex(1))).toMatchObject({ value: 0n });
    const { ended, left } = transport.reclaim(0, [version(0)]);
    expect(left).toEqual([]);
    const [result] = ended;
    if (result?.execution.kind !== 'executed') throw new Error('no result');
    expect(transport.memory.publish(version(0), result.execution.recording)).toBe(true);
    for (const location of [a, b]) expect(transport.memory.read(location, txIndex(1))).toMatchObject({ value: 7n });
    expect(result.open().execution).toMatchObject({
      kind: 'executed',
      recording: { writes: [{ value: 7n }, { value: 7n }] },
    });
  });

  test.each(['markEstimates', 'withdraw'] as const)(
    'but goes on for a moment: what it publishes late doesn’t undo that its result was taken back (%s)',
    async (takeBack) => {
      const { transport, worker, send } = setUp(() => writes(7n));
      const late = worker(false);
      await late.execute(version(0), send(version(0)), 0);
      const [result] = transport.reclaim(0, [version(0)]).ended;
      if (result?.execution.kind !== 'executed') throw new Error('no result');
      transport.memory.publish(version(0), result.execution.recording);
      transport.memory[takeBack](txIndex(0));
      const before = transport.memory.read(a, txIndex(1));
      const { publications } = late.arena;
      const publication = publications.stateOf(txIndex(0)) & ~1;
      publications.replace(txIndex(0), 0, publication);
      expect(transport.memory.read(a, txIndex(1))).toEqual(before);
    },
  );

  test('a read set names what was seen by record, so that equal names of two publications aren’t taken for one', async () => {
    const { transport, worker, send } = setUp((tx) => (tx === 0 ? writes(1n) : { reads: [a], writes: () => [] }));
    const worker1 = worker(true);
    await worker1.execute(version(0), send(version(0)), 0);
    await worker1.execute(version(1), send(version(1)), 0);
    const [reader] = transport.reclaim(0, [version(1)]).ended;
    if (!reader) throw new Error('no result');
    expect(transport.memory.firstStaleRead(txIndex(1), reader.reads)).toBeNull();
    transport.memory.markEstimates(txIndex(0));
    expect(transport.memory.firstStaleRead(txIndex(1), reader.reads)).toMatchObject({ kind: 'stale-read', by: 0 });
  });
});
