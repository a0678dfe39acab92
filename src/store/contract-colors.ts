import type { Block } from '../model/block.ts';
import type { Address } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';

/** Colours 1 to 7 are for contracts; 0 is for plain payments. */
const CONTRACT_COLORS = 7;

/**
 * The colour of each contract: in the order of `scenario.contracts`, so that it stays while the block is edited. A real
 * block names no contracts; there the seven accounts with code that are called most have a colour, the busiest the first, and all
 * others share the last.
 */
export function contractColors(scenario: Scenario, block: Block | null): ReadonlyMap<Address, number> {
  const colors = new Map<Address, number>();
  scenario.contracts.forEach(({ address }, i) => {
    colors.set(address, 1 + (i % CONTRACT_COLORS));
  });
  if (scenario.contracts.length > 0 || !block) return colors;

  const calls = new Map<Address, number>();
  for (const { to } of block.transactions) {
    if (to && (block.prestate[to]?.code ?? '0x') !== '0x') calls.set(to, (calls.get(to) ?? 0) + 1);
  }
  [...calls]
    .sort(([, a], [, b]) => b - a)
    .forEach(([address], rank) => {
      colors.set(address, Math.min(1 + rank, CONTRACT_COLORS));
    });
  return colors;
}
