import { describe, expect, test } from 'vitest';
import type { EngineOptions } from '../../model/settings.ts';
import type { Scenario } from '../../model/scenario.ts';
import { createNewScenario } from '../new-scenario.ts';
import { createTestApp } from '../test-support/test-app.ts';
import { followCards } from './follow-cards.ts';
import { addTransactions, moveTransactions, removeTransactions } from './transactions.ts';

const HINTS = [[], [0], [0, 1], [2]];

function scenarioWith(options: Partial<EngineOptions>): Scenario {
  const scenario = createNewScenario();
  const transactions = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    kind: 'pay' as const,
    from: 'alice',
    to: 'bob',
    value: 1n,
  }));
  return {
    ...scenario,
    transactions,
    settings: { ...scenario.settings, options: { ...scenario.settings.options, ...options } },
  };
}
const options = (before: Scenario, after: Scenario) => followCards(before, after).settings.options;

describe('what options say by index goes with the cards', () => {
  test('moved: d to the front', () => {
    const before = scenarioWith({
      hints: HINTS,
      underDeclare: [
        [3, 's:x'],
        [0, 's:y'],
      ],
      tamper: { location: 's:x', index: 4, value: '1' },
    });
    const { hints, underDeclare, tamper } = options(before, moveTransactions(before, ['d'], 0));
    // d depended on c, which now stands behind it.
    expect(hints).toEqual([[], [], [1], [1, 2]]);
    expect(underDeclare).toEqual([
      [0, 's:x'],
      [1, 's:y'],
    ]);
    expect(tamper?.index).toBe(1);
  });

  test('removed: what was said of it is gone', () => {
    const before = scenarioWith({
      hints: HINTS,
      underDeclare: [[1, 's:x']],
      tamper: { location: 's:x', index: 2, value: '1' },
    });
    const after = options(before, removeTransactions(before, ['b']));
    expect(after.hints).toEqual([[], [0], [1]]);
    expect('underDeclare' in after || 'tamper' in after).toBe(false);
  });

  test('added: it depends on nothing yet, and those behind it have moved on', () => {
    const before = scenarioWith({ hints: HINTS, tamper: { location: 's:x', index: 0, value: '1' } });
    const added = addTransactions(before, [{ kind: 'pay', from: 'alice', to: 'bob', value: 1n }], 1);
    expect(options(before, added).hints).toEqual([[], [], [0], [0, 2], [3]]);
    expect(options(before, added).tamper?.index).toBe(0);
  });

  test('what the edit itself sets is left alone, and so is everything where no card has moved', () => {
    const before = scenarioWith({ hints: HINTS });
    const moved = moveTransactions(before, ['d'], 0);
    const set = {
      ...moved,
      settings: { ...moved.settings, options: { ...moved.settings.options, hints: [[], [], [], []] } },
    };
    expect(options(before, set).hints).toEqual([[], [], [], []]);
    const renamed = { ...before, title: 'Other', transactions: [...before.transactions] };
    expect(followCards(before, renamed)).toBe(renamed);
  });
});

test('every edit of the document carries them along, as one step', () => {
  const { app } = createTestApp();
  app.edit('a block', () => scenarioWith({ underDeclare: [[3, 's:x']] }));
  app.edit('move', (scenario) => moveTransactions(scenario, ['d'], 0));
  const declared = () => app.document.getState().scenario.settings.options.underDeclare;
  expect(declared()).toEqual([[0, 's:x']]);
  app.undo();
  expect(declared()).toEqual([[3, 's:x']]);
});
