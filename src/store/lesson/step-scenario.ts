import type { Lesson, Step } from '../../lessons/lesson.ts';
import { type FindExample, startScenario } from '../../lessons/start.ts';
import type { Scenario } from '../../model/scenario.ts';
import { applyAction } from './apply-action.ts';

/** What the document becomes when a step begins: another block, other settings, or what it is. */
export function enterStep(scenario: Scenario, step: Step, findExample: FindExample): Scenario {
  const block = step.scenario ? startScenario(step.scenario, findExample) : scenario;
  return step.settings ? applyAction(block, { do: 'set', settings: step.settings }) : block;
}

/**
 * The document with which a step begins for somebody who comes to it from elsewhere: all before it is done by the lesson's own
 * solutions. Packing by waves needs an analysis and is left out.
 */
export function scenarioAt(lesson: Lesson, index: number, findExample: FindExample): Scenario {
  let scenario = startScenario(lesson.scenario, findExample);
  lesson.steps.slice(0, index + 1).forEach((step, at) => {
    scenario = enterStep(scenario, step, findExample);
    if (at === index || step.kind !== 'change') return;
    for (const action of step.solution) if (action.do !== 'pack') scenario = applyAction(scenario, action);
  });
  return scenario;
}
