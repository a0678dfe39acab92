import type { Scenario } from '../model/scenario.ts';
import { scenarioToText } from './scenario-file.ts';

/** Whether two scenarios say the same. The order in which an object has its fields says nothing. */
export const sameScenario = (a: Scenario, b: Scenario): boolean => a === b || inOneOrder(a) === inOneOrder(b);

function inOneOrder(scenario: Scenario): string {
  return JSON.stringify(JSON.parse(scenarioToText(scenario)), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
