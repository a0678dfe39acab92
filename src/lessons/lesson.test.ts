import { describe, expect, it } from 'vitest';
import { lessonFromText, MAX_LESSON_TEXT, parseLesson } from './lesson.ts';
import predictions from './test-support/predictions.lesson.json' with { type: 'json' };

const steps = predictions.steps as readonly Record<string, unknown>[];
const withStep = (index: number, change: Record<string, unknown>) => ({
  ...predictions,
  steps: steps.map((step, i) => (i === index ? { ...step, ...change } : step)),
});

describe('a lesson file', () => {
  it('is read, its texts parsed', () => {
    const lesson = parseLesson(predictions);
    expect(lesson.steps).toHaveLength(8);
    expect(lesson.steps[0]?.text[0]?.[0]).toEqual({ kind: 'tx', tx: 1 });
  });

  it.each([
    ['another format', { ...predictions, format: 'other' }, /^format: expected "lanewise-lesson", got "other"/],
    ['a newer version', { ...predictions, version: 2 }, /^version: expected version 1/],
    ['an unknown field', { ...predictions, colour: 'red' }, /^colour: expected no such field/],
    [
      'an unknown kind of step',
      withStep(0, { kind: 'quiz' }),
      /^steps\[0\]\.kind: expected a step whose kind is explain/,
    ],
    ['a bad mark', withStep(0, { text: ['{tx one}'] }), /^steps\[0\]\.text\[0\]: .*\{tx 3\}/],
    ['a bad id', withStep(0, { id: 'Hello there' }), /^steps\[0\]\.id: expected an id/],
    ['ids twice', withStep(0, { id: 'run' }), /^steps\[6\]\.id: expected an id that no other step has/],
    [
      'a wrong condition, deep down',
      withStep(1, {
        answer: {
          kind: 'choice',
          options: [
            { id: 'a', text: 'a', right: { not: { value: { figure: 'speed' }, is: '=', to: 0 } } },
            { id: 'b', text: 'b', right: { run: 'done' } },
          ],
        },
      }),
      /^steps\[1\]\.answer\.options\[0\]\.right\.not\.value\.figure: expected a figure/,
    ],
    [
      'a right answer written down',
      withStep(3, { answer: { kind: 'transactions', set: { not: { listed: [1] } } } }),
      /^steps\[3\]\.answer\.set: expected a set that is found in the run/,
    ],
    [
      'a number written down',
      withStep(2, { answer: { kind: 'number', value: 900_000, unit: 'gas' } }),
      /^steps\[2\]\.answer\.value: expected a value that is found/,
    ],
    [
      'a prediction never compared',
      { ...predictions, steps: steps.slice(0, 7) },
      /^steps\[1\]\.kind: expected a compare step/,
    ],
    ['nothing to compare', { ...predictions, steps: [steps[0], steps[7]] }, /^steps\[1\]\.of: expected a predict step/],
    [
      'an address that isn’t https',
      { ...predictions, sources: [{ label: 'x', url: 'javascript:alert(1)' }] },
      /^sources\[0\]\.url: expected an address that begins with https/,
    ],
    [
      'an unknown contract',
      {
        ...predictions,
        scenario: { compose: { ...predictions.scenario.compose, contracts: [{ name: 'a', library: 'b' }] } },
      },
      /^scenario\.compose\.contracts\[0\]\.library: expected a contract of the library/,
    ],
  ])('is refused with the path: %s', (_name, file, message) => {
    expect(() => parseLesson(file)).toThrow(message);
  });

  it('is bounded', () => {
    expect(() => lessonFromText(' '.repeat(MAX_LESSON_TEXT + 1))).toThrow(/at most 500,000 characters/);
    expect(() => lessonFromText('{"__proto__": 1}')).toThrow(/reserved/);
    const many = Array.from({ length: 61 }, (_, i) => ({ ...steps[0], id: `s${i}` }));
    expect(() => parseLesson({ ...predictions, steps: many })).toThrow(/steps: expected a list of at most 60/);
  });
});
