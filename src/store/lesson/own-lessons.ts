import { type Lesson, lessonFromText } from '../../lessons/lesson.ts';
import type { KeyValueStorage } from '../saved-documents.ts';

/** Ids of lessons that didn't come with the page begin so; in its file a lesson may be called anything. */
export const OWN = 'own:';
/** Older ones are forgotten. */
export const KEPT_LESSONS = 20;
const INDEX = 'lanewise/own-lessons';
const textKey = (id: string): string => `lanewise/own-lesson/${id}`;

/** Lessons that somebody opened from a file or a link: their texts, checked again whenever one is read. */
export interface OwnLessons {
  /** Keeps it and gives the id under which it guides. Rejects with a FormatError when it is no lesson. */
  add(text: string): Promise<string>;
  /** Null when it is no longer kept. */
  load(id: string): Promise<Lesson | null>;
  /** As it was added; null when it is no longer kept. */
  textOf(id: string): Promise<string | null>;
  /** Newest first; those that can't be read any more are left out. */
  list(): Promise<readonly { readonly id: string; readonly lesson: Lesson }[]>;
  remove(id: string): Promise<void>;
}

export function createOwnLessons(storage: KeyValueStorage): OwnLessons {
  /** Where storage is forbidden they last as long as the page. */
  const memory = new Map<string, string>();
  const ids = async (): Promise<readonly string[]> => {
    const kept = await storage.get(INDEX).catch(() => null);
    const stored = Array.isArray(kept) ? kept.filter((id) => typeof id === 'string' && id.startsWith(OWN)) : [];
    return [...new Set([...[...memory.keys()].reverse(), ...stored])];
  };
  const textOf = async (id: string): Promise<string | null> => {
    const text = memory.get(id) ?? (await storage.get(textKey(id)).catch(() => null));
    return typeof text === 'string' ? text : null;
  };
  const load = async (id: string): Promise<Lesson | null> => {
    const text = await textOf(id);
    return text === null ? null : lessonFromText(text);
  };
  return {
    load,
    textOf,
    async add(text) {
      const id = `${OWN}${lessonFromText(text).id}`;
      memory.delete(id);
      memory.set(id, text);
      const all = [id, ...(await ids()).filter((other) => other !== id)];
      try {
        await storage.set(textKey(id), text);
        await storage.set(INDEX, all.slice(0, KEPT_LESSONS));
        for (const old of all.slice(KEPT_LESSONS)) await storage.delete(textKey(old));
      } catch {
        // As said of `memory`.
      }
      return id;
    },
    async list() {
      const lessons = await Promise.all(
        (await ids()).map(async (id) => ({ id, lesson: await load(id).catch(() => null) })),
      );
      return lessons.flatMap(({ id, lesson }) => (lesson ? [{ id, lesson }] : []));
    },
    async remove(id) {
      memory.delete(id);
      const rest = (await ids()).filter((other) => other !== id);
      await storage.set(INDEX, rest).catch(() => {});
      await storage.delete(textKey(id)).catch(() => {});
    },
  };
}
