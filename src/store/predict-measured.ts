import { costsOf, type Prediction, predictRun } from '../drivers/predict.ts';
import type { Job } from '../drivers/runner.ts';
import type { RunReport } from '../model/run.ts';
import type { Scenario } from '../model/scenario.ts';
import { drawnLanes } from '../workloads/drawn-lanes.ts';
import type { App, RunSubject } from './app.ts';

/** What modelled time says of a measured run, with costs fitted to it; null when nothing in it can be fitted. */
export function predictMeasured(
  app: Pick<App, 'compare'>,
  { block, scenario }: RunSubject,
  report: RunReport,
): Job<Prediction> | null {
  const fitted = costsOf(report);
  if (!fitted) return null;
  const request = { block, settings: report.settings, ...drawnLanes(scenario) };
  return predictRun(app, request, report, fitted);
}

/** The scenario in modelled time with these costs. Lanes and engine stay. */
export function withCosts(scenario: Scenario, { costs }: Pick<Prediction, 'costs'>): Scenario {
  return { ...scenario, settings: { ...scenario.settings, clock: 'virtual', costs } };
}
