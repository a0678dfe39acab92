import { describe, expect, it } from 'vitest';
import changes from '../../lessons/test-support/changes.lesson.json' with { type: 'json' };
import { createMemoryStorage } from '../test-support/test-app.ts';
import { createOwnLessons, KEPT_LESSONS } from './own-lessons.ts';

const textOf = (id: string): string => JSON.stringify({ ...changes, id });

describe('own lessons', () => {
  it('are kept, newest first, and checked when they are read', async () => {
    const storage = createMemoryStorage();
    const lessons = createOwnLessons(storage);
    expect(await lessons.add(textOf('one'))).toBe('own:one');
    await lessons.add(textOf('two'));
    const after = createOwnLessons(storage);
    expect((await after.list()).map(({ id }) => id)).toEqual(['own:two', 'own:one']);
    storage.values.set('lanewise/own-lesson/own:two', '{}');
    expect((await after.list()).map(({ id }) => id)).toEqual(['own:one']);
    await after.remove('own:one');
    expect(await after.load('own:one')).toBeNull();
  });

  it('that are no lessons are refused', async () => {
    const lessons = createOwnLessons(createMemoryStorage());
    await expect(lessons.add('{"format":"other"}')).rejects.toThrow(/^format: expected "lanewise-lesson"/);
    expect(await lessons.list()).toEqual([]);
  });

  it('are bounded in number, and last as long as the page where storage refuses', async () => {
    const storage = createMemoryStorage();
    const lessons = createOwnLessons(storage);
    for (let i = 0; i <= KEPT_LESSONS; i++) await lessons.add(textOf(`l${i}`));
    expect((await createOwnLessons(storage).list()).length).toBe(KEPT_LESSONS);
    storage.fail = new Error('full');
    await lessons.add(textOf('last'));
    expect((await lessons.list())[0]?.id).toBe('own:last');
  });
});
