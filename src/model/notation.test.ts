import { describe, expect, it } from 'vitest';
import { locationToWord, nameToAddress, parseDrawnBlock, wordToLocation } from './notation.ts';

describe('notation', () => {
  it.each(['a', 'counter', 'pool.reserve', 'b:bob', 'n:bob', 'c:bob', 'e:bob', 'w:pool'])(
    '%s is a location and back',
    (word) => {
      expect(locationToWord(wordToLocation(word))).toBe(word);
    },
  );

  it('reads a block, a transaction a line', () => {
    expect(parseDrawnBlock('0: from alice, r a, gas 5 if a, fee 2\n\n1: a += 3, + b:bob 7, invalid if a')).toEqual([
      {
        sender: nameToAddress('alice'),
        fee: 2n,
        steps: [
          { kind: 'read', location: wordToLocation('a') },
          { kind: 'gas', amount: 5, when: wordToLocation('a') },
        ],
      },
      {
        sender: nameToAddress('sender1'),
        fee: 0n,
        steps: [
          { kind: 'add', location: wordToLocation('a'), amount: 3n },
          { kind: 'credit', address: nameToAddress('bob'), amount: 7n },
          { kind: 'invalid', when: wordToLocation('a') },
        ],
      },
    ]);
  });

  it.each([
    ['1: r a', 'expected a line that starts with "0:"'],
    ['0: read a', 'expected a step like "r a"'],
    ['0: + a 5', 'expected a step like "r a"'],
    ['0: r b:Bob', 'expected a name of at most 20 letters'],
  ])('says what is wrong with %j', (drawing, message) => {
    expect(() => parseDrawnBlock(drawing)).toThrow(message);
  });
});
