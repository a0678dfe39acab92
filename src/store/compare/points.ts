import type { ComparePoint } from '../../drivers/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { EngineId } from '../../model/settings.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import { setLanes } from '../edits/pins.ts';

/** One way of running a block. */
export interface Way {
  readonly engine: EngineId;
  readonly lanes: number;
}

/** Lane counts of a scaling curve. */
export const CURVE_LANES: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

/** Those of the curve and others, rising, each once. */
export const laneCounts = (...others: readonly number[]): readonly number[] =>
  [...new Set([...CURVE_LANES, ...others])].sort((a, b) => a - b);

export const wayKey = ({ engine, lanes }: Way): string => `${engine} ${lanes}`;

/** The document run this way, in modelled time. Pins to lanes that it hasn't got are dropped. */
export function withWay(scenario: Scenario, { engine, lanes }: Way): Scenario {
  return setLanes({ ...scenario, settings: { ...scenario.settings, engine, clock: 'virtual' } }, lanes);
}

/** What to ask the runner for, so that the figures are those which the document has when it is run this way. */
export function toPoint(scenario: Scenario, way: Way, log: boolean): ComparePoint {
  const wanted = withWay(scenario, way);
  return { settings: wanted.settings, ...drawnLanes(wanted), log };
}
