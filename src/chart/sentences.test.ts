import { describe, expect, it } from 'vitest';
import type { Origin } from '../model/events.ts';
import { txIndex } from '../model/ids.ts';
import { abortSentence, readSentence, waitSentence } from './sentences.ts';
import { place } from './test-log.ts';

const name = (location: string) => location;
const location = place('pool.reserve0');
const stale = (read: Origin, by: number | null) =>
  abortSentence(txIndex(3), { kind: 'stale-read', location, read, by: by === null ? null : txIndex(by) }, name);
const version = (tx: number, incarnation: number): Origin => ({
  kind: 'version',
  version: { tx: txIndex(tx), incarnation },
});

describe('abortSentence', () => {
  it('says who read what too early', () => {
    expect(stale({ kind: 'prestate' }, 2)).toBe('3 read pool.reserve0 before 2 wrote it');
    expect(stale(version(1, 0), 2)).toBe('3 read pool.reserve0 before 2 wrote it');
  });
  it('says when what was read has been thrown away', () => {
    expect(stale(version(2, 0), 2)).toBe('3 read pool.reserve0 from run 0 of 2, which started over');
    expect(stale(version(2, 0), 1)).toBe('3 read pool.reserve0 from 2, which no longer writes it');
  });
  it('names no one where no one is known', () => {
    expect(stale({ kind: 'prestate' }, null)).toBe('3 read pool.reserve0, which has changed since');
  });
  it('tells of an ESTIMATE', () => {
    expect(abortSentence(txIndex(3), { kind: 'estimate', location, by: txIndex(2) }, name)).toBe(
      '3 met pool.reserve0, which 2 will write again',
    );
  });
});

describe('readSentence', () => {
  it('says what was read, and from whom', () => {
    expect(readSentence(location, { kind: 'prestate' }, name)).toBe('read pool.reserve0 as it was before the block');
    expect(readSentence(location, version(2, 1), name)).toBe('read pool.reserve0, written by 2 (run 1)');
    expect(readSentence(location, { kind: 'sum', base: null, terms: 3, youngest: null }, name)).toBe(
      'read pool.reserve0, a sum of 3 additions',
    );
  });
});

describe('waitSentence', () => {
  it('says who waits for whom and why', () => {
    const tx = txIndex(7);
    const on = txIndex(3);
    expect(waitSentence({ kind: 'dependency', tx, on, location }, name)).toBe('7 waits for 3: pool.reserve0');
    expect(waitSentence({ kind: 'dependency', tx, on }, name)).toBe('7 waits for 3');
    expect(waitSentence({ kind: 'lock', tx, on, location, granularity: 'slot' }, name)).toBe(
      '7 waits for 3: lock on pool.reserve0',
    );
    expect(waitSentence({ kind: 'lock', tx, on, location, granularity: 'account' }, name)).toBe(
      '7 waits for 3: lock on the account of pool.reserve0',
    );
    expect(waitSentence({ kind: 'commit', tx, on }, name)).toBe('7 waits for 3 to commit');
    expect(waitSentence({ kind: 'barrier', round: 2 }, name)).toBe('others are still at work on round 2');
    expect(waitSentence({ kind: 'pinned-elsewhere' }, name)).toBe('what is left is pinned to other lanes');
    expect(waitSentence({ kind: 'no-task' }, name)).toBe('no task left for this lane');
  });
});
