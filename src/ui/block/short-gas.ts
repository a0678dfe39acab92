/** `840`, `21k`, `1.2M`: as much as fits on a card. */
export function shortGas(gas: number): string {
  if (gas < 1000) return String(gas);
  if (gas < 999_500) return `${Math.round(gas / 1000)}k`;
  const millions = gas / 1_000_000;
  return `${millions < 10 ? millions.toFixed(1) : Math.round(millions).toLocaleString('en')}M`;
}
