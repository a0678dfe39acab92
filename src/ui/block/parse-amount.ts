import { formatInteger } from '../../model/naming/index.ts';

/** Units that may follow a number, as powers of ten. */
const UNITS: Readonly<Record<string, number>> = { wei: 0, gwei: 9, ether: 18, eth: 18 };
export type AmountUnit = 'wei' | 'gwei' | 'ether';

/** What was expected and what came, for the field. */
export class AmountError extends Error {}

/**
 * A whole number as people write it: `1000`, `1_000`, `1,000`, `1e18`, `0xff`, `1.5 ether`, `20 gwei`; without a unit it
 * counts in `unit`. Throws an AmountError.
 */
export function parseAmount(text: string, unit: AmountUnit = 'wei'): bigint {
  const word = text.trim().toLowerCase();
  if (/^0x[0-9a-f]+$/.test(word)) return BigInt(word);
  const match = /^(-?)(\d[\d_,]*)?(?:\.(\d+))?(?:e(\d{1,3}))?\s*([a-z]+)?$/.exec(word);
  const [, sign = '', whole = '', fraction = '', exponent = '0', suffix = unit] = match ?? [];
  const power = UNITS[suffix];
  if (!match || (whole === '' && fraction === '') || power === undefined) {
    throw new AmountError(
      `expected a number, like 1000, 1.5 ether or 20 gwei, got ${JSON.stringify(text.slice(0, 40))}`,
    );
  }
  const zeros = Number(exponent) + power - fraction.length;
  const digits = BigInt(`${whole.replace(/[_,]/g, '')}${fraction}` || '0');
  if (zeros < 0 && digits % 10n ** BigInt(-zeros) !== 0n) {
    throw new AmountError(`expected a whole number of ${suffix === 'wei' ? 'units' : 'wei'}, got ${text.trim()}`);
  }
  const value = zeros < 0 ? digits / 10n ** BigInt(-zeros) : digits * 10n ** BigInt(zeros);
  return sign ? -value : value;
}

/** The amount in its unit, as a field shows it: `1.5` for 1,500,000,000,000,000,000 wei in ether. Exact. */
export function amountText(value: bigint, unit: AmountUnit): string {
  const power = UNITS[unit] ?? 0;
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(power + 1, '0');
  const whole = digits.slice(0, digits.length - power);
  const fraction = digits.slice(digits.length - power).replace(/0+$/, '');
  return `${sign}${whole}${fraction && `.${fraction}`}`;
}

/** What was typed, spelled out, where that says more: `= 1,500,000,000,000,000,000`. */
export function amountHelp(text: string): string | null {
  try {
    const value = parseAmount(text);
    const grouped = formatInteger(value, true);
    if (grouped === text.trim() || (value < 10_000n && /^\d+$/.test(text.trim()))) return null;
    const ether = value >= 10n ** 15n ? ` (${amountText(value, 'ether')} × 10^18)` : '';
    return `= ${grouped}${ether}`;
  } catch {
    return null;
  }
}
