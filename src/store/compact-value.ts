import { store as texts } from '#texts/store.ts';
import type { Location, Value } from '../model/location.ts';
import type { Presentation } from './presentation.ts';

/** Numbers up to here are written out; beyond it, digits by the dozen say less than a few of them. */
const WRITTEN_OUT = 10n ** 12n;
const FIRST_DIGITS = 6;
const MOST_DIGITS = 30;

/** A value short enough for a table: `1,040,000`, `2,917,480 ETH`, `1.25223e22`. The whole of it is `names.valueText`. */
export function compactValue(names: Pick<Presentation, 'valueText'>, location: Location, value: Value): string {
  return compact(names, location, value, FIRST_DIGITS);
}

/** Two values of one location, with as many digits as it takes to tell them apart. */
export function compactChange(
  names: Pick<Presentation, 'valueText'>,
  location: Location,
  before: Value,
  after: Value,
): readonly [before: string, after: string] {
  for (let digits = FIRST_DIGITS; digits <= MOST_DIGITS; digits += 3) {
    const texts = [before, after].map((value) => compact(names, location, value, digits));
    if (texts[0] !== texts[1] || before === after) return [texts[0] ?? '', texts[1] ?? ''];
  }
  return [names.valueText(location, before), names.valueText(location, after)];
}

function compact(names: Pick<Presentation, 'valueText'>, location: Location, value: Value, digits: number): string {
  const text = names.valueText(location, value);
  // Named, packed or typed otherwise: not a plain number, and short as it is.
  if (typeof value !== 'bigint' || !/^[\d,]+( wei)?$/.test(text)) return text;
  if (location.startsWith('b:')) return texts.eth(scaled(value, 18, digits));
  return value < WRITTEN_OUT ? text : scientific(value, digits);
}

function scientific(value: bigint, digits: number): string {
  const all = value.toString();
  const fraction = all.slice(1, digits).replace(/0+$/, '');
  return `${all[0]}${fraction === '' ? '' : `.${fraction}`}e${all.length - 1}`;
}

/** `value` ÷ 10^`power`, cut (not rounded) to `digits` significant digits; whole units are never cut. */
function scaled(value: bigint, power: number, digits: number): string {
  const all = value.toString().padStart(power + 1, '0');
  const whole = all.slice(0, -power);
  const leading = whole === '0' ? (all.slice(-power).match(/^0*/)?.[0].length ?? 0) : -whole.length;
  const fraction = all
    .slice(-power)
    .slice(0, Math.max(0, digits + leading))
    .replace(/0+$/, '');
  return `${Number(whole) < 1e15 ? BigInt(whole).toLocaleString('en') : whole}${fraction === '' ? '' : `.${fraction}`}`;
}
