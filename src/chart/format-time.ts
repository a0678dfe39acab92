import { tickStep } from 'd3';

/** Units of a run's clock (`CLOCK_UNIT`). */
export type TimeUnit = 'gas' | 'µs';

interface Magnitude {
  readonly size: number;
  readonly suffix: string;
}

const MAGNITUDES: Readonly<Record<TimeUnit, readonly Magnitude[]>> = {
  gas: [
    { size: 1e6, suffix: 'M' },
    { size: 1e3, suffix: 'k' },
    { size: 1, suffix: '' },
  ],
  µs: [
    { size: 1e6, suffix: ' s' },
    { size: 1e3, suffix: ' ms' },
    { size: 1, suffix: ' µs' },
  ],
};

function magnitudeOf(value: number, unit: TimeUnit): Magnitude {
  const list = MAGNITUDES[unit];
  return list.find((m) => value >= m.size) ?? (list[list.length - 1] as Magnitude);
}

/** To three figures, as a label: `344k`, `1.24M`, `3.71 ms`. A gas figure carries no unit word. */
export function formatTime(value: number, unit: TimeUnit): string {
  const magnitude = magnitudeOf(Math.abs(value), unit);
  const scaled = value / magnitude.size;
  const decimals =
    magnitude.size === 1 && unit === 'gas' ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(scaled) || 1)));
  return Number(scaled.toFixed(Math.min(2, decimals))).toString() + magnitude.suffix;
}

/** In full, for tooltips and tables: `112,034 gas`, `3,710.5 µs`. */
export function formatExact(value: number, unit: TimeUnit): string {
  return `${formatNumber(value, unit)} ${unit}`;
}

/** The same without the unit, for the first of two figures. */
export function formatNumber(value: number, unit: TimeUnit): string {
  const rounded = unit === 'gas' ? Math.round(value) : Math.round(value * 10) / 10;
  return rounded.toLocaleString('en-US');
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/**
 * Round moments (1, 2 or 5 times a power of ten) from `start` to `end`, at least `minStep` apart. All labels share one
 * magnitude and one number of decimals, so that they can be compared by eye.
 */
export function niceTicks(start: number, end: number, minStep: number, unit: TimeUnit): Tick[] {
  if (!(end > start) || !(minStep > 0)) return [];
  const step = roundStep(start, end, unit === 'gas' ? Math.max(1, minStep) : minStep);
  const magnitude = magnitudeOf(Math.max(Math.abs(end), step), unit);
  // Millions with more than one decimal are harder to read than thousands.
  const shown = unit === 'gas' && magnitude.size === 1e6 && step < 1e5 ? { size: 1e3, suffix: 'k' } : magnitude;
  const decimals = Math.max(0, -Math.floor(Math.log10(step / shown.size) + 1e-9));
  const ticks: Tick[] = [];
  for (let i = Math.ceil(start / step - 1e-9); i * step <= end + step * 1e-9; i++) {
    ticks.push({ at: i * step, label: ((i * step) / shown.size).toFixed(decimals) + shown.suffix });
  }
  return ticks;
}

/** The least round step that is no less than `minStep`. D3 aims at a number of ticks and may go below. */
function roundStep(start: number, end: number, minStep: number): number {
  for (let count = (end - start) / minStep; ; count /= 1.5) {
    const step = tickStep(start, end, count);
    if (step >= minStep * (1 - 1e-9)) return step;
  }
}
