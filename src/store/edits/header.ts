import type { Scenario } from '../../model/scenario.ts';

/** A real block that was edited is no longer the one its header speaks of. */
export function withoutHeader(scenario: Scenario): Scenario {
  if (scenario.header === undefined) return scenario;
  const { header: _header, ...rest } = scenario;
  return rest;
}
