import type { Scenario } from '../../model/scenario.ts';
import { composeScenario, type ScenarioParts } from '../compose.ts';

/** A scenario that comes with the playground. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** One sentence: what to look for. A test checks that it is so. */
  readonly note: string;
  scenario(): Scenario;
}

/** `parts` is asked for only when the example is opened. */
export function createExample(
  id: string,
  title: string,
  note: string,
  parts: () => Omit<ScenarioParts, 'title' | 'note'>,
): Example {
  return { id, title, note, scenario: () => composeScenario({ title, note, ...parts() }) };
}
