import { describe, expect, it } from 'vitest';
import type { ContractInstance, Scenario } from '../../model/scenario.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { codeChoices, replaceCode } from './replace-code.ts';

function example(id: string): { scenario: Scenario; contract: (name: string) => ContractInstance } {
  const scenario = EXAMPLES.find((candidate) => candidate.id === id)?.scenario();
  if (!scenario) throw new Error(`no example ${id}`);
  return {
    scenario,
    contract: (name) => scenario.contracts.find((contract) => contract.name === name) as ContractInstance,
  };
}

describe('another code for a contract', () => {
  it('is offered where all calls of the block fit it', () => {
    const drop = example('nft-drop-before');
    expect(codeChoices(drop.scenario, drop.contract('Drop'))).toEqual(['drop', 'drop-ranges']);
    const sharded = example('sharded-counter');
    // Only the sharded counter has the snapshot that is called at the end.
    expect(codeChoices(sharded.scenario, sharded.contract('Counter'))).toEqual(['sharded-counter']);
    const counter = example('counter');
    expect(codeChoices(counter.scenario, counter.contract('Counter'))).toEqual(['counter', 'sharded-counter']);
    const pool = example('hot-pool');
    expect(codeChoices(pool.scenario, pool.contract('pool'))).toEqual(['pool']);
    expect(codeChoices(pool.scenario, pool.contract('USDC'))).toEqual(['token']);
  });

  it('takes the place of the old one, with the storage that both know', () => {
    const { scenario } = example('nft-drop-before');
    const minted = { ...scenario.contracts[0], storage: { nextId: '4', 'balanceOf[alice]': '3' } } as ContractInstance;
    const replaced = replaceCode({ ...scenario, contracts: [minted] }, 'Drop', 'drop-ranges');
    expect(replaced.contracts).toEqual([
      { ...minted, contract: { library: 'drop-ranges' }, storage: { 'balanceOf[alice]': '3' } },
    ]);
    expect(buildBlock(replaced).problems).toEqual([]);
  });

  it('is refused for a contract that isn’t there', () => {
    expect(() => replaceCode(example('counter').scenario, 'Drop', 'drop')).toThrow(RangeError);
  });
});
