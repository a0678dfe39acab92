import { lessons as texts } from '#texts/lessons.ts';
import { formatNumber, formatTime } from '../../chart/format-time.ts';
import type { FigureName, TxFigure } from '../../lessons/figure-names.ts';
import type { Unit } from '../../lessons/lesson.ts';
import type { RunClock } from '../../model/events.ts';

/** A number with its unit: in full, as it is compared with what somebody typed. */
export function formatValue(value: number, unit: Unit, clock: RunClock): string {
  switch (unit) {
    case 'gas':
      return clock === 'measured' ? `${formatNumber(value, 'µs')} µs` : `${formatNumber(value, 'gas')} gas`;
    case 'times':
      return `${round(value, 2)}×`;
    case 'percent':
      return `${round(value, 1)} %`;
    default:
      return `${round(value, 2)} ${texts.units[unit]}`.trim();
  }
}

const TIMES: ReadonlySet<string> = new Set(['bound', 'speedup', 'speedupBound']);
const DURATIONS: ReadonlySet<string> = new Set([
  'makespan',
  'work',
  'criticalPath',
  'lowerBound',
  'startOf',
  'finishOf',
]);
const GAS: ReadonlySet<string> = new Set(['reexecutedGas', 'gasUsed', 'criticalPathGas', 'gasOf']);

/** A figure within a sentence, rounded as the page's figures are. Gas carries no unit word, as everywhere on the page. */
export function formatFigure(name: FigureName | TxFigure, value: number, clock: RunClock): string {
  if (TIMES.has(name)) return `${value.toFixed(2)}×`;
  if (name === 'efficiency') return `${Math.round(value * 100)} %`;
  if (GAS.has(name)) return formatTime(value, 'gas');
  if (!DURATIONS.has(name)) return round(value, 2);
  return formatTime(value, clock === 'measured' ? 'µs' : 'gas');
}

const round = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits });
