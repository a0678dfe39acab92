import type { Glossary } from './glossary.ts';
import type { Lesson } from './lesson.ts';

/** A lesson that comes with the playground: its file is fetched when it is wanted, alone. */
export interface BuiltInLesson {
  readonly id: string;
  load(): Promise<{ readonly default: unknown }>;
}

/**
 * In the order in which they are taught. A test holds them against the files of the folder. No import attributes: the development
 * server answers with a script, and a browser that was promised JSON refuses it.
 */
export const BUILT_IN_LESSONS: readonly BuiltInLesson[] = [
  { id: 'one-lane', load: () => import('./en/01-one-lane.json') },
  { id: 'more-lanes', load: () => import('./en/02-more-lanes.json') },
  { id: 'first-conflict', load: () => import('./en/03-first-conflict.json') },
  { id: 'lost-updates', load: () => import('./en/04-lost-updates.json') },
  { id: 'critical-path', load: () => import('./en/05-critical-path.json') },
  { id: 'scheduler', load: () => import('./en/06-scheduler.json') },
  { id: 'optimism', load: () => import('./en/07-optimism.json') },
  { id: 'declared-locks', load: () => import('./en/08-declared-locks.json') },
  { id: 'knowing-beforehand', load: () => import('./en/09-knowing-beforehand.json') },
  { id: 'hot-spots', load: () => import('./en/10-hot-spots.json') },
  { id: 'measured', load: () => import('./en/11-measured.json') },
  { id: 'whole-block', load: () => import('./en/12-whole-block.json') },
];

export async function loadBuiltIn({ load }: BuiltInLesson): Promise<Lesson> {
  const [{ parseLesson }, { default: file }] = await Promise.all([import('./lesson.ts'), load()]);
  return parseLesson(file);
}

let glossary: Promise<Glossary> | null = null;

/** Read once. */
export function loadGlossary(): Promise<Glossary> {
  glossary ??= Promise.all([import('./glossary.ts'), import('./en/glossary.json')]).then(
    ([{ parseGlossary }, { default: file }]) => parseGlossary(file),
  );
  // A failed fetch is tried again.
  glossary.catch(() => {
    glossary = null;
  });
  return glossary;
}
