import { describe, expect, test } from 'vitest';
import { nameToAddress, wordToLocation } from '../../model/notation.ts';
import { txIndex } from '../../model/ids.ts';
import { emptyValue } from '../../model/location.ts';
import { createRunMemories, isMemoryFull, type RunMemoryInput } from './run-memory.ts';

const input: RunMemoryInput = {
  prestate: emptyValue,
  coinbase: nameToAddress('coinbase'),
  policy: 'newest-lower',
  transactions: 4,
  lanes: 2,
  workersPublish: true,
};
const a = wordToLocation('a');
const recording = { reads: [], writes: [{ location: a, before: 0n, value: 7n }], credits: [], fee: 0n };
const publish = ({ transport }: ReturnType<ReturnType<typeof createRunMemories>['create']>): void => {
  transport.memory.publish({ tx: txIndex(0), incarnation: 0 }, recording);
};

describe('the memories of a block’s runs', () => {
  test('run after run the same buffers, with nothing of the last run in them', () => {
    const memories = createRunMemories(true);
    const first = memories.create(input);
    publish(first);
    first.release();
    for (let run = 0; run < 200; run++) {
      const memory = memories.create(input);
      expect(memory.terms.arena).toBe(first.terms.arena);
      expect(memory.transport.memory.read(a, txIndex(1))).toMatchObject({ kind: 'value', value: 0n });
      publish(memory);
      memory.release();
    }
    expect(first.terms.arena?.heap.byteLength).toBeLessThan(1 << 17);
  });

  test('two at once have buffers of their own, and so has one whose predecessor lost a worker', () => {
    const memories = createRunMemories(true);
    const [first, second] = [memories.create(input), memories.create(input)];
    expect(second.terms.arena).not.toBe(first.terms.arena);
    first.transport.reclaim(0, []);
    first.release();
    second.release();
    expect(memories.create(input).terms.arena).toBe(second.terms.arena);
    expect(memories.create(input).terms.arena).not.toBe(first.terms.arena);
  });

  test.each([
    ['newest-lower', false, 'shared'],
    ['given-list', false, 'shared'],
    ['committed', true, 'shared'],
    ['committed', false, 'replica'],
    ['latest-write', false, 'replica'],
  ] as const)('%s, commits in block order: %s: %s', (policy, commitsInBlockOrder, kind) => {
    const memories = createRunMemories(true);
    const memory = memories.create({
      ...input,
      policy,
      commitsInBlockOrder,
      ...(policy === 'given-list' && { list: [] }),
    });
    expect(memory.transport.kind).toBe(kind);
    // What is executed isn't committed yet.
    if (policy === 'committed' && kind === 'shared') expect(memory.terms.workersPublish).toBe(false);
  });

  test('replicas where nothing can be shared, and once it has proved too small', () => {
    expect(createRunMemories(false).create(input).transport.kind).toBe('replica');
    const memories = createRunMemories(true, 1 << 16);
    const memory = memories.create(input);
    let error: unknown;
    try {
      for (;;) publish(memory);
    } catch (thrown) {
      error = thrown;
    }
    expect(isMemoryFull(error)).toBe(true);
    memories.stopSharing();
    expect(memories.create(input).transport.kind).toBe('replica');
  });
});
