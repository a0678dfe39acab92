import type { ComparedRun } from '../../drivers/compare.ts';
import type { Way } from './points.ts';

type Cell = string | number | boolean | null;

/** Rows as CSV (RFC 4180), the header first; null is an empty field. */
export function rowsToCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[header, ...rows].map((row) => row.map(cellToCsv).join(',')).join('\r\n')}\r\n`;
}

function cellToCsv(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const RUN_HEADER = [
  'engine',
  'lanes',
  'makespan_gas',
  'speedup',
  'bound',
  'efficiency',
  'incarnations',
  'aborts',
  'gas_in_vain',
  'serial_result',
  'refused',
];

/** One row for each run; times in gas. */
export function runsToCsv(runs: readonly { readonly way: Way; readonly run: ComparedRun }[]): string {
  const rows = runs.map(({ way: { engine, lanes }, run }): Cell[] => {
    if (run.kind === 'refused') return [engine, lanes, ...new Array<null>(8).fill(null), run.refusal.message];
    const { makespan, speedup, bound, efficiency, incarnations, aborts, reexecutedGas } = run.metrics;
    const figures = [makespan, speedup, bound, efficiency, incarnations, aborts, reexecutedGas];
    return [engine, lanes, ...figures, run.equal, null];
  });
  return rowsToCsv(RUN_HEADER, rows);
}
