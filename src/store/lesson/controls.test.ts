import { expect, it } from 'vitest';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { pinTransactions, setLanes } from '../edits.ts';
import { controlsBetween } from './controls.ts';

const block = EXAMPLES.find(({ id }) => id === 'your-lanes')?.scenario();
if (!block) throw new Error('no example');

it('sees that cards stay on their lanes when the options change', () => {
  const options = { ...block.settings.options, lanesPolicy: 'free' as const };
  // As the page does it: any change of the settings sees to it that lanes and pins agree.
  const changed = setLanes({ ...block, settings: { ...block.settings, options } }, block.settings.lanes);
  expect(changed.pins).not.toBe(block.pins);
  expect([...controlsBetween(block, changed)]).toEqual(['options']);
  const engine = setLanes({ ...block, settings: { ...block.settings, engine: 'dag' } }, block.settings.lanes);
  expect([...controlsBetween(block, engine)]).toEqual(['engine']);
});

it('sees that a card is put on another lane', () => {
  const id = block.transactions[0]?.id ?? '';
  expect([...controlsBetween(block, pinTransactions(block, [id], 2))]).toEqual(['place']);
});
