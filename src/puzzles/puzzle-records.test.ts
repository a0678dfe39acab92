import { expect, it } from 'vitest';
import { KEPT_RECORDS, readRecords, recordsToText, withRecord } from './puzzle-records.ts';

it('the better result stays, and is read back', () => {
  let records = withRecord(new Map(), 'hot-slot', { stars: 1, makespan: 200 });
  records = withRecord(records, 'hot-slot', { stars: 3, makespan: 100 });
  records = withRecord(records, 'hot-slot', { stars: 2, makespan: 150 });
  records = withRecord(records, 'fan-in', { stars: 0, makespan: 400 });
  expect(readRecords(recordsToText(records))).toEqual(new Map([['hot-slot', { stars: 3, makespan: 100 }]]));
});

it('only so many are kept, the newest', () => {
  let records = readRecords(null);
  for (let i = 0; i <= KEPT_RECORDS; i++) records = withRecord(records, `seed:${i}:1`, { stars: 1, makespan: 1 });
  const read = readRecords(recordsToText(records));
  expect(read.size).toBe(KEPT_RECORDS);
  expect(read.has('seed:0:1')).toBe(false);
});

it.each(['', '{', '[]', '{"version":2,"best":[]}', '{"version":1,"best":[["a",9,1]]}', '{"version":1,"best":{"a":3}}'])(
  '%s counts as none',
  (text) => expect(readRecords(text).size).toBe(0),
);
