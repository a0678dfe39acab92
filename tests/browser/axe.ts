import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Fails with a readable list when axe-core finds anything serious or critical in `element` (default: the whole page),
 * by WCAG 2.2 AA.
 */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const results = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  const serious = results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} — ${violation.help}`),
    );
  expect(serious).toEqual([]);
}
