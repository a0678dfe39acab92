import type { CostModel } from '../../src/model/settings.ts';

/** For the head of a table. */
export function describeCosts({ dispatch, exclusive, validationPerRead }: CostModel, gas: number): string {
  const share = (cost: number) => `${cost} gas (${((100 * cost) / gas).toFixed(2)} %)`;
  const taking = exclusive === undefined ? share(dispatch) : `${share(exclusive)}, one lane at a time`;
  return `Costs, of a transaction of ${Math.round(gas)} gas: taking a task ${taking}; validating a read ${share(validationPerRead)}.`;
}
