import type { Glossary } from './glossary.ts';
import type { Lesson } from './lesson.ts';

/** A lesson that comes with the playground: its file is fetched when it is wanted, alone. */
export interface BuiltInLesson {
  readonly id: string;
  load(): Promise<{ readonly default: unknown }>;
}

/** In the order in which they are taught. A test holds them against the files of the folder. */
export const BUILT_IN_LESSONS: readonly BuiltInLesson[] = [];

export async function loadBuiltIn({ load }: BuiltInLesson): Promise<Lesson> {
  const [{ parseLesson }, { default: file }] = await Promise.all([import('./lesson.ts'), load()]);
  return parseLesson(file);
}

let glossary: Promise<Glossary> | null = null;

/** Read once. */
export function loadGlossary(): Promise<Glossary> {
  glossary ??= Promise.all([import('./glossary.ts'), import('./en/glossary.json', { with: { type: 'json' } })]).then(
    ([{ parseGlossary }, { default: file }]) => parseGlossary(file),
  );
  // A failed fetch is tried again.
  glossary.catch(() => {
    glossary = null;
  });
  return glossary;
}
