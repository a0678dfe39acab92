import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLocalRunner } from '../src/drivers/local-runner.ts';
import { loadGlossary } from '../src/lessons/built-in.ts';
import { type ChangeStep, type Lesson, lessonFromText, parseLesson, type Step } from '../src/lessons/lesson.ts';
import { playLesson } from '../src/store/lesson/play-lesson.ts';
import { EXAMPLES } from '../src/workloads/examples/index.ts';

const FOLDER = 'src/lessons/en';
const FILES = readdirSync(FOLDER)
  .filter((name) => /^\d\d-.*\.json$/.test(name))
  .sort();
const lessonOf = (name: string): Lesson => lessonFromText(readFileSync(`${FOLDER}/${name}`, 'utf8'));

describe('the twelve lessons', () => {
  it('are twelve, in their order', () => {
    expect(FILES.map((name) => name.slice(0, 2))).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
  });

  it.each(FILES)('%s: predict, run, compare; a change with hints, a solution and two wrong paths', (name) => {
    const { steps, minutes, sources, language } = lessonOf(name);
    expect(language).toBe('en');
    expect(steps.some(predictsThenRuns)).toBe(true);
    const changes = steps.filter((step): step is ChangeStep => step.kind === 'change');
    expect(changes.length).toBeGreaterThan(0);
    for (const { hints, wrongPaths } of changes) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(hints.length).toBeLessThanOrEqual(4);
      expect(wrongPaths.length).toBeGreaterThanOrEqual(2);
    }
    for (const step of steps) if (step.kind === 'predict') expect(step.hints.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(1);
    for (const { url } of sources) expect(new URL(url ?? '').protocol).toBe('https:');
    const spoken = steps.reduce((sum, { speaker }) => sum + (speaker?.minutes ?? Number.NaN), 0);
    expect(Math.abs(spoken - minutes)).toBeLessThanOrEqual(1);
  });

  it('use no HTML', () => {
    for (const name of FILES) expect(readFileSync(`${FOLDER}/${name}`, 'utf8')).not.toMatch(/<\/?[a-z]/i);
  });
});

describe('the glossary', () => {
  it('has every word that the lessons link, and a source for nearly every term', async () => {
    const { terms, find } = await loadGlossary();
    const linked = new Set(
      FILES.flatMap((name) => [...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(/\[\[([^\]|"]+)/g)]).map(
        ([, word = '']) => word,
      ),
    );
    expect([...linked].filter((word) => !find(word))).toEqual([]);
    for (const { source } of terms) if (source) expect(new URL(source.url ?? '').protocol).toBe('https:');
    // The page's own words (lane, pin, work, …) have none.
    expect(terms.filter(({ source }) => source).length / terms.length).toBeGreaterThan(0.6);
    for (const { definition } of terms) expect(definition.split(/[.!?](?:\s|$)/).length).toBeLessThanOrEqual(5);
  });
});

describe('docs/authoring-lessons.md', () => {
  const page = readFileSync('docs/authoring-lessons.md', 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];

  it('has a lesson that can be played to its end and down its wrong paths', async () => {
    const { find } = await loadGlossary();
    const { problems, progress } = await playLesson(lessonFromText(example), {
      runner: createLocalRunner(),
      findExample: (id) => EXAMPLES.find((candidate) => candidate.id === id),
      isTerm: (term) => find(term) !== undefined,
    });
    expect(problems).toEqual([]);
    expect(progress.finished).toBe(true);
  });

  it.each<[string, (lesson: Draft) => void]>([
    ["a word that isn't a kind", ({ steps }) => Object.assign(steps[0] ?? {}, { kind: 'read' })],
    ['a mark misspelt', ({ steps }) => Object.assign(steps[0] ?? {}, { text: ['See {transaction 3}.'] })],
    [
      'an answer written down',
      ({ steps }) => Object.assign((steps[1] as { answer: object }).answer, { set: { listed: [1] } }),
    ],
    ['a prediction without its comparison', ({ steps }) => steps.splice(3, 1)],
    ['two steps of one name', ({ steps }) => Object.assign(steps[2] ?? {}, { id: 'block' })],
    ['another version', (lesson) => Object.assign(lesson, { version: 2 })],
  ])('%s: the message is as the page says', (mistake, make) => {
    const [, message = ''] = new RegExp(`^\\| ${mistake} \\| \`+ ?(.*?) ?\`+ \\|$`, 'm').exec(page) ?? [];
    expect(message).not.toBe('');
    const lesson = JSON.parse(example) as Draft;
    make(lesson);
    expect(() => parseLesson(lesson)).toThrow(message);
  });
});

interface Draft {
  readonly steps: object[];
}

/** A prediction, then a run, then the comparison. */
function predictsThenRuns({ kind }: Step, index: number, steps: readonly Step[]): boolean {
  const after = steps.slice(index + 1).map((step) => step.kind);
  return kind === 'predict' && after.indexOf('run') >= 0 && after.indexOf('run') < after.indexOf('compare');
}
