import { describe, expect, it } from 'vitest';
import type { CreditMode } from '../model/execution.ts';
import { emptyValue } from '../model/location.ts';
import { DRAWN_COINBASE, locationToWord, parseDrawnBlock, wordToLocation } from '../model/notation.ts';
import { findDependencies } from './dependencies.ts';
import { runDrawnSerially } from './virtual/run-drawn.ts';

/** `1 on 0 (a)`, in order. */
async function dependenciesOf(
  drawing: string,
  credits: CreditMode = 'strict',
  existing: readonly string[] = [],
): Promise<string[]> {
  const prestate = new Map(existing.map((word) => [wordToLocation(word), 1n] as const));
  const { executions } = await runDrawnSerially(parseDrawnBlock(drawing), {
    engine: 'dag',
    lanes: 1,
    credits,
    prestate,
  });
  const found = findDependencies({
    executions,
    prestate: (location) => prestate.get(location) ?? emptyValue(location),
    coinbase: DRAWN_COINBASE,
  });
  return found.flatMap((list, tx) =>
    list.map(({ on, location }) => `${tx} on ${on} (${location ? locationToWord(location) : '?'})`),
  );
}

describe('findDependencies', () => {
  it('finds the last writer of what is read, not the others', async () => {
    expect(await dependenciesOf('0: w a\n1: w a\n2: r a, w b\n3: w b')).toEqual(['2 on 1 (a)']);
  });

  it('a reader of the fee recipient depends on every fee before, the next one on that reader and the fees since', async () => {
    const block = '0: fee 1\n1: gas 1\n2: fee 1\n3: r b:coinbase, fee 1\n4: fee 2\n5: r b:coinbase';
    const all = ['3 on 0 (b:coinbase)', '3 on 2 (b:coinbase)', '5 on 3 (b:coinbase)', '5 on 4 (b:coinbase)'];
    expect(await dependenciesOf(block)).toEqual(all);
  });

  it('commutative credits depend on nothing, and a reader depends on all of them since the last write', async () => {
    const block = '0: + b:bob 1\n1: b:bob += 1\n2: + b:bob 1\n3: + b:bob 1\n4: r b:bob';
    expect(await dependenciesOf(block, 'commutative')).toEqual([
      '1 on 0 (b:bob)',
      '4 on 1 (b:bob)',
      '4 on 2 (b:bob)',
      '4 on 3 (b:bob)',
    ]);
    expect(await dependenciesOf(block)).toEqual([
      '1 on 0 (b:bob)',
      '2 on 1 (b:bob)',
      '3 on 2 (b:bob)',
      '4 on 3 (b:bob)',
    ]);
  });

  it('existence depends on what can change it: nothing when the account has a nonce all along', async () => {
    const block = '0: + b:bob 1\n1: r e:bob\n2: r e:nobody';
    expect(await dependenciesOf(block)).toEqual(['1 on 0 (e:bob)']);
    expect(await dependenciesOf(block, 'strict', ['n:bob'])).toEqual([]);
  });

  it('a slot depends on the last wipe of its account', async () => {
    expect(await dependenciesOf('0: w pool.k\n1: w w:pool\n2: r pool.k\n3: r other.k')).toEqual([
      '2 on 0 (pool.k)',
      '2 on 1 (pool.k)',
    ]);
  });
});
