import { describe, expect, it } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { type Lesson, parseLesson } from '../../lessons/lesson.ts';
import { changesLesson, predictionsLesson } from '../../lessons/test-support/index.ts';
import changes from '../../lessons/test-support/changes.lesson.json' with { type: 'json' };
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { playLesson } from './play-lesson.ts';

const play = (lesson: Lesson) =>
  playLesson(lesson, {
    runner: createLocalRunner(),
    findExample: (id) => EXAMPLES.find((example) => example.id === id),
    isTerm: (term) => term === 'conflict',
  });

describe('playLesson', () => {
  it('answers every kind of prediction from the run', async () => {
    const { problems, steps, progress } = await play(predictionsLesson);
    expect(problems).toEqual([]);
    expect(progress.finished).toBe(true);
    expect(progress.graded).toEqual({
      'which-option': true,
      'how-long': true,
      'mark-cards': true,
      'mark-places': true,
      'mark-lanes': true,
    });
    expect(progress.answers['mark-cards']).toEqual({ kind: 'transactions', transactions: [1, 2] });
    expect(progress.answers['mark-lanes']).toEqual({ kind: 'lanes', lanes: [2] });
    expect(steps.at(-1)?.metrics?.lanes).toBe(3);
  });

  it('reaches goals by the solutions, and not by the wrong paths', async () => {
    const { problems, progress } = await play(changesLesson);
    expect(problems).toEqual([]);
    expect(progress.finished).toBe(true);
  });

  it.each([
    [
      'a solution that doesn’t solve',
      { solution: [{ do: 'set', settings: { lanes: 8 } }] },
      'the solution doesn’t reach the goal',
    ],
    ['a solution with a locked control', { unlock: ['lanes', 'engine'] }, 'the solution needs contract'],
    [
      'a wrong path that is right',
      {
        wrongPaths: [
          {
            actions: [{ do: 'replace-contract', name: 'Drop', library: 'drop-ranges', storage: {} }],
            when: { engine: 'block-stm' },
            text: 'No.',
          },
        ],
      },
      'wrongPaths[0] reaches the goals',
    ],
    [
      'goals reached from the start',
      { goals: [{ text: 'four lanes', when: { value: { figure: 'lanes' }, is: '=', to: 4 } }] },
      'reached before anything is done',
    ],
    ['a mark of nothing', { text: ['{tx 99} and {loc Drop.other}, in [[nothing]].'] }, 'there is no transaction 99'],
  ])('says what is wrong with %s', async (_name, change, problem) => {
    const [step] = changes.steps;
    const lesson = parseLesson({ ...changes, steps: [{ ...step, ...change }] });
    expect((await play(lesson)).problems.join('\n')).toContain(problem);
  });
});
