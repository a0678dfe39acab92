import { type FittedCosts, fitCosts, toCostModel } from '../analysis/fit-costs.ts';
import type { CostModel } from '../model/settings.ts';
import type { RunReport } from '../model/run.ts';
import type { CompareReport } from './compare.ts';
import type { Job, Outcome, Runner, RunRequest } from './runner.ts';

/** What virtual time says of a measured run, with costs fitted to a measured run. */
export interface Prediction {
  readonly fitted: FittedCosts;
  readonly costs: CostModel;
  /** Makespan in virtual time, µs. */
  readonly predicted: number;
  /** Makespan by the clock, µs. */
  readonly measured: number;
  /** How far off, as a share of the measured one: 0.06 is 6 % too long, −0.06 6 % too short. */
  readonly error: number;
  /** Incarnations thrown away: where virtual time has others than the clock, its makespan is another run's. */
  readonly aborts: { readonly predicted: number; readonly measured: number };
}

/** Costs fitted to a measured run; null where there is nothing to fit to. */
export function costsOf({ events, result, metrics }: RunReport): FittedCosts | null {
  return fitCosts({ events, executions: result.executions, lanes: metrics.lanes, makespan: metrics.makespan });
}

/**
 * Runs what was measured again in virtual time: same block, engine, lanes and pins, with costs fitted to that run or, if given, to
 * another one. The schedule is not given: virtual time makes its own.
 */
export function predictRun(
  runner: Pick<Runner, 'compare'>,
  { block, ...request }: RunRequest,
  report: RunReport,
  fitted: FittedCosts,
): Job<Prediction> {
  const costs = toCostModel(fitted);
  const settings = { ...request.settings, clock: 'virtual' as const, costs };
  const job = runner.compare({ block, points: [{ ...request, settings, log: false }] });
  return {
    outcome: job.outcome.then((outcome) => toPrediction(outcome, report, fitted, costs)),
    cancel: () => job.cancel(),
  };
}

function toPrediction(
  outcome: Outcome<CompareReport>,
  report: RunReport,
  fitted: FittedCosts,
  costs: CostModel,
): Outcome<Prediction> {
  if (outcome.kind !== 'done') return outcome;
  const [run] = outcome.value;
  if (run?.kind !== 'done') {
    return run ? { kind: 'refused', refusal: run.refusal } : { kind: 'failed', message: 'nothing was run' };
  }
  const predicted = run.metrics.makespan / costs.gasPerMicrosecond;
  const measured = report.metrics.makespan;
  return {
    kind: 'done',
    value: {
      fitted,
      costs,
      predicted,
      measured,
      error: measured > 0 ? predicted / measured - 1 : 0,
      aborts: { predicted: run.metrics.aborts, measured: report.metrics.aborts },
    },
  };
}
