const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 };

/** A number as people type it: `900,000`, `900 000`, `900k`, `1.2M`, `2.5×`, `40 %`; null when it is none. */
export function readNumber(text: string): number | null {
  const [, digits, suffix] = /^(-?[\d,_\s ]*\.?\d+)\s*([kmg])?\s*[×x%]?\s*(?:gas|µs)?$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits.replace(/[,_\s ]/g, ''));
  return Number.isFinite(number) ? number * (SUFFIXES[suffix?.toLowerCase() ?? ''] ?? 1) : null;
}
