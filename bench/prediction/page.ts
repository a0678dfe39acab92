import type { FittedCosts } from '../../src/analysis/fit-costs.ts';
import { costsOf, type Prediction, predictRun } from '../../src/drivers/predict.ts';
import { createRunner } from '../../src/drivers/measured/create-runner.ts';
import type { RunReport } from '../../src/model/run.ts';
import type { RunRequest } from '../../src/drivers/runner.ts';
import { buildBlock } from '../../src/workloads/build-block.ts';
import { drawnLanes } from '../../src/workloads/drawn-lanes.ts';
import { EXAMPLES } from '../../src/workloads/examples/index.ts';
import { generateScenario } from '../../src/workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../src/workloads/generate/options.ts';

/** One scenario on so many workers. Times in µs, errors as shares of the measured makespan. */
export interface PredictedScenario {
  readonly scenario: string;
  /** One of the product's, and not the long block that is measured beside them. */
  readonly isExample: boolean;
  readonly engine: string;
  readonly workers: number;
  /** Median of the runs judged. */
  readonly measured: number;
  readonly predicted: number;
  /** Costs fitted to the very run that is judged, as the page does it; median over the runs. */
  readonly ownError: number;
  /** Costs fitted to another run of the scenario on as many workers. */
  readonly otherError: number;
  /** What two measured runs differ by: no prediction from one of them can be expected to do better on the other. */
  readonly spread: number;
  /** Medians. */
  readonly aborts: Prediction['aborts'];
}

export interface PredictionBench {
  /** `runs` of each scenario and number of workers, in turn. */
  readonly predict: (workers: readonly number[], runs: number) => Promise<readonly PredictedScenario[]>;
}

const runner = createRunner();

async function measure(request: RunRequest): Promise<{ report: RunReport; fitted: FittedCosts }> {
  const outcome = await runner.run(request).outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const fitted = costsOf(outcome.value);
  if (!fitted) throw new Error('a run of nothing');
  return { report: outcome.value, fitted };
}

async function predict(request: RunRequest, report: RunReport, fitted: FittedCosts): Promise<Prediction> {
  const outcome = await predictRun(runner, request, report, fitted).outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const bench: PredictionBench = {
  async predict(workers, runs) {
    const table: PredictedScenario[] = [];
    const long = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 500, accounts: 200 });
    for (const scenario of [
      ...EXAMPLES.map((example) => example.scenario()),
      { ...long, title: '500 generated transactions' },
    ]) {
      const { block } = buildBlock(scenario);
      if (!block) throw new Error(`${scenario.title} has problems`);
      for (const lanes of workers) {
        const settings = { ...scenario.settings, lanes, clock: 'measured' as const };
        const request = { block, settings, ...drawnLanes({ ...scenario, settings }) };
        await measure(request);
        const measured = [];
        for (let run = 0; run < runs; run++) measured.push(await measure(request));
        const own: Prediction[] = [];
        const other: Prediction[] = [];
        for (const [run, { report, fitted }] of measured.entries()) {
          const another = measured[(run + 1) % runs]?.fitted ?? fitted;
          own.push(await predict(request, report, fitted));
          other.push(await predict(request, report, another));
        }
        const middle = (values: readonly number[]): number =>
          [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
        table.push({
          scenario: scenario.title,
          isExample: block.transactions.length < 500,
          engine: settings.engine,
          workers: lanes,
          measured: middle(own.map((each) => each.measured)),
          predicted: middle(own.map((each) => each.predicted)),
          ownError: middle(own.map((each) => Math.abs(each.error))),
          otherError: middle(other.map((each) => Math.abs(each.error))),
          spread: middle(
            own.map(({ measured: time }, run) => Math.abs((own[(run + 1) % runs]?.measured ?? time) / time - 1)),
          ),
          aborts: {
            predicted: middle(own.map(({ aborts }) => aborts.predicted)),
            measured: middle(own.map(({ aborts }) => aborts.measured)),
          },
        });
      }
    }
    return table;
  },
};

Object.assign(window, { bench });
