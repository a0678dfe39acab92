import { join } from 'node:path';
import { type Bench, median } from './bench.ts';
import type { PredictedScenario, PredictionBench } from './prediction/page.ts';
import { withPage } from './with-page.ts';

/** Measured runs of each scenario and number of workers that are judged, in turn. */
const RUNS = 9;
const WORKERS = [1, 2] as const;

type Windowed = Window & { readonly bench: PredictionBench };
type Error = 'ownError' | 'otherError' | 'spread';

async function measure(): Promise<readonly PredictedScenario[]> {
  const table = await withPage(join(import.meta.dirname, 'prediction'), 24_174, (page) =>
    page.evaluate(([workers, runs]) => (window as unknown as Windowed).bench.predict(workers, runs), [
      WORKERS,
      RUNS,
    ] as const),
  );
  print(table);
  return table;
}

/** One line for each scenario and number of workers; medians over its runs. */
function print(table: readonly PredictedScenario[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);
  const ms = (time: number): string => (time / 1000).toFixed(2).padStart(8);
  console.log(`  ${'scenario'.padEnd(32)} engine       workers  predicted  measured     own   other  spread  aborts`);
  for (const row of table) {
    console.log(
      `  ${row.scenario.slice(0, 32).padEnd(32)} ${row.engine.padEnd(12)} ${row.workers}     ${ms(row.predicted)} ms${ms(row.measured)} ms` +
        `${percent(row.ownError)}${percent(row.otherError)}${percent(row.spread)}  ${row.aborts.predicted}/${row.aborts.measured}`,
    );
  }
  console.log(
    '  own: costs fitted to the run that is judged; other: to another run of the scenario; spread: the measured',
  );
  console.log('  makespan of that other run taken as the prediction; aborts: in virtual time / measured');
  console.log(
    '  on one worker the costs hold all that the run took: own is 0 there by construction, and only other is a test',
  );
}

let measured: Promise<readonly PredictedScenario[]> | undefined;
const medianOf = (error: Error, workers: number) => async (): Promise<number> => {
  measured ??= measure();
  const rows = (await measured).filter((row) => row.isExample && row.workers === workers);
  return 100 * median(rows.map((row) => row[error]));
};
const longBlock = (error: Error, workers: number) => async (): Promise<number> => {
  measured ??= measure();
  const row = (await measured).find((each) => !each.isExample && each.workers === workers);
  return 100 * (row?.[error] ?? Number.NaN);
};

/** Wall clock, real Chromium, all example scenarios with the engines they come with. */
export const benches: readonly Bench[] = WORKERS.flatMap((workers): Bench[] => {
  const where = `at ${workers} ${workers === 1 ? 'worker' : 'workers'}, median of the examples`;
  return [
    {
      name: `Prediction: error of virtual time with costs fitted to the run ${where}`,
      unit: '%',
      goal: { op: '<=', value: 15 },
      run: medianOf('ownError', workers),
    },
    {
      name: `Prediction: with costs fitted to another run ${where}`,
      unit: '%',
      goal: null,
      run: medianOf('otherError', workers),
    },
    {
      name: `Prediction: one measured run against another ${where}`,
      unit: '%',
      goal: null,
      run: medianOf('spread', workers),
    },
    {
      name: `Prediction: 500 generated transactions on ${workers}, with costs fitted to another run`,
      unit: '%',
      goal: null,
      run: longBlock('otherError', workers),
    },
  ];
});
