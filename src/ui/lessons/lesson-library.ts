import { del, get, set } from 'idb-keyval';
import { BUILT_IN_LESSONS, loadBuiltIn } from '../../lessons/built-in.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { type Progress, progressFrom } from '../../lessons/progress.ts';
import { createOwnLessons, OWN } from '../../store/lesson/own-lessons.ts';
import { readSetting, writeSetting } from '../common/local-setting.ts';

/** Lessons opened from files and links, kept in this browser. */
export const ownLessons = createOwnLessons({ get, set, delete: del });

/** A lesson with the id under which it guides, and how far one is in it. */
export interface ListedLesson {
  readonly id: string;
  readonly lesson: Lesson;
  readonly progress: Progress | null;
}

export async function findLesson(id: string): Promise<Lesson | null> {
  if (id.startsWith(OWN)) return ownLessons.load(id);
  const builtIn = BUILT_IN_LESSONS.find((lesson) => lesson.id === id);
  return builtIn ? loadBuiltIn(builtIn) : null;
}

export async function listBuiltIn(): Promise<readonly ListedLesson[]> {
  const lessons = await Promise.all(BUILT_IN_LESSONS.map(loadBuiltIn));
  return lessons.map((lesson) => ({ id: lesson.id, lesson, progress: readProgress(lesson.id, lesson) }));
}

export async function listOwn(): Promise<readonly ListedLesson[]> {
  const lessons = await ownLessons.list();
  return lessons.map(({ id, lesson }) => ({ id, lesson, progress: readProgress(id, lesson) }));
}

/** The lesson that follows among those that come with the page. */
export async function lessonAfter(id: string): Promise<ListedLesson | null> {
  const next = BUILT_IN_LESSONS[BUILT_IN_LESSONS.findIndex((lesson) => lesson.id === id) + 1];
  if (!next || id.startsWith(OWN)) return null;
  const lesson = await loadBuiltIn(next);
  return { id: next.id, lesson, progress: readProgress(next.id, lesson) };
}

const progressKey = (id: string): string => `lanewise/lesson/${id}`;

export function readProgress(id: string, lesson: Lesson): Progress | null {
  const kept = readSetting(progressKey(id));
  if (kept === null) return null;
  try {
    return progressFrom(lesson, JSON.parse(kept));
  } catch {
    return null;
  }
}

/** The lesson that was on screen last. */
const LAST = 'lanewise/last-lesson';
export const lastLesson = (): string | null => readSetting(LAST);

export function keepProgress(id: string, progress: Progress): void {
  writeSetting(LAST, id);
  writeSetting(progressKey(id), JSON.stringify(progress));
}
