import { describe, expect, test } from 'vitest';
import { buildBlock } from '../../workloads/build-block.ts';
import { LIBRARY_IDS } from '../../workloads/library.ts';
import { createNewScenario } from '../new-scenario.ts';
import { addLibraryContract } from './add-library-contract.ts';

describe('a library contract added to a scenario', () => {
  test.each(LIBRARY_IDS)('%s comes with storage that its layout has', (id) => {
    const built = buildBlock(addLibraryContract(createNewScenario(), id));
    expect(built.problems).toEqual([]);
    expect(built.block).not.toBeNull();
  });

  test('a pool brings the tokens it trades, once', () => {
    const once = addLibraryContract(createNewScenario(), 'pool');
    expect(once.contracts.map(({ name }) => name)).toEqual(['USDC', 'USDC2', 'pool']);
    const twice = addLibraryContract(once, 'pool');
    expect(twice.contracts.map(({ name }) => name)).toEqual(['USDC', 'USDC2', 'pool', 'pool2']);
    expect(twice.contracts[0]?.storage).toHaveProperty('allowance[alice][pool2]');
    expect(buildBlock(twice).problems).toEqual([]);
  });
});
