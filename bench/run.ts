import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Goal } from './bench.ts';
import { calibrateMachine } from './calibration.ts';

/*
 * npm run bench [-- [--json FILE] [--only TEXT] [--strict]]
 *
 * Runs every bench/<topic>.bench.ts, one figure after the other. A goal that is missed is shown; it fails the process only with
 * --strict, as a busy machine misses goals too.
 */
const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, strict: { type: 'boolean' } },
});

interface Figure {
  readonly name: string;
  /** Null when it couldn't be measured here. */
  readonly value: number | null;
  readonly unit: string;
  /** `>= 4`; null where the figure is for information. */
  readonly goal: string | null;
}

const machine = await calibrateMachine();
const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}`);
console.log(
  `calibration: ${machine.spinPerMs.toFixed(0)} rounds/ms, ${machine.keccakPerMs.toFixed(0)} keccak/ms, ` +
    `two threads do ${machine.twoThreads.toFixed(2)} times the work of one`,
);

const topics = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'));
const figures: Figure[] = [];
let missed = 0;
for (const topic of topics.sort()) {
  const { benches } = (await import(`./${topic}`)) as { benches: readonly Bench[] };
  console.log(`\n${topic.replace('.bench.ts', '')}`);
  for (const bench of benches) {
    if (options.only !== undefined && !`${topic} ${bench.name}`.toLowerCase().includes(options.only.toLowerCase()))
      continue;
    const { value, line, met } = await measure(bench);
    console.log(`  ${line}`);
    if (!met) missed++;
    figures.push({
      name: bench.name,
      value,
      unit: bench.unit,
      goal: bench.goal && `${bench.goal.op} ${bench.goal.value}`,
    });
  }
}
console.log(missed === 0 ? '\nall goals met' : `\n${missed} goal${missed === 1 ? '' : 's'} missed`);
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
// A bench may leave a browser or a server behind that has been told to close.
process.exit(options.strict && missed > 0 ? 1 : 0);

async function measure(bench: Bench): Promise<{ value: number | null; line: string; met: boolean }> {
  const { name, unit, goal } = bench;
  try {
    const value = await bench.run();
    const met = goal === null || meets(value, goal);
    const verdict = goal === null ? '' : `  (goal ${goal.op} ${goal.value}${met ? '' : ': MISSED'})`;
    return { value, line: `${name}: ${formatValue(value)} ${unit}${verdict}`, met };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, line: `${name}: not measured (${reason})`, met: goal === null };
  }
}

function meets(value: number, { op, value: bound }: Goal): boolean {
  return op === '>=' ? value >= bound : value <= bound;
}

function formatValue(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
