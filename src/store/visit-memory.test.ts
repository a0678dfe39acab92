import { expect, test } from 'vitest';
import { createMemoryTextStorage } from './tab-storage.ts';
import { createVisitMemory } from './visit-memory.ts';

test('what was chosen is there again after a reload', () => {
  const storage = createMemoryTextStorage();
  createVisitMemory(storage).set('lanes', [2, 4]);
  expect(createVisitMemory(storage).get('lanes')).toEqual([2, 4]);
  expect(createVisitMemory(storage).get('engines')).toBeNull();
});

test('what isn’t JSON is nothing', () => {
  const storage = createMemoryTextStorage();
  storage.setItem('lanewise/visit/lanes', '[2,');
  expect(createVisitMemory(storage).get('lanes')).toBeNull();
});

test('where storage refuses, a choice lasts as long as the page', () => {
  const refuse = (): never => {
    throw new Error('forbidden');
  };
  const visit = createVisitMemory({ getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(visit.get('lanes')).toBeNull();
  visit.set('lanes', [8]);
  expect(visit.get('lanes')).toEqual([8]);
});
