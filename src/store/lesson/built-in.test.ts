import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { BUILT_IN_LESSONS, loadBuiltIn, loadGlossary } from '../../lessons/built-in.ts';
import { lessonFromText } from '../../lessons/lesson.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { playLesson } from './play-lesson.ts';

const FOLDER = 'src/lessons/en';
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'glossary.json')
  .sort();

describe('the lessons that come with the page', () => {
  it.each(files)('%s is played to its end by its own solutions, and down every wrong path', async (name) => {
    const lesson = lessonFromText(readFileSync(`${FOLDER}/${name}`, 'utf8'));
    const glossary = await loadGlossary();
    const { problems, progress, steps } = await playLesson(lesson, {
      runner: createLocalRunner(),
      findExample: (id) => EXAMPLES.find((example) => example.id === id),
      isTerm: (term) => glossary.find(term) !== undefined,
    });
    expect(problems).toEqual([]);
    expect(steps.map(({ id }) => id)).toEqual(lesson.steps.map(({ id }) => id));
    expect(progress.finished).toBe(true);
  });

  it('are all listed, in the order of their files', async () => {
    const listed = await Promise.all(BUILT_IN_LESSONS.map(loadBuiltIn));
    expect(listed.map(({ id }) => id)).toEqual(BUILT_IN_LESSONS.map(({ id }) => id));
    expect(listed.map(({ id }) => id)).toEqual(files.map((name) => name.replace(/^\d\d-|\.json$/g, '')));
  });
});
