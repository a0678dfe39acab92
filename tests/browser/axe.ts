import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Fails with a readable list when axe-core finds anything serious or critical in `element` (default: the whole page),
 * by WCAG 2.2 AA.
 */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  await atRest();
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

/** The same in the dark theme and in the light one. */
export async function expectAccessibleInBothThemes(element: Element): Promise<void> {
  for (const theme of ['dark', 'light']) {
    document.documentElement.dataset.theme = theme;
    await expectAccessible(element);
  }
}

/** What opens fades in, and colours glide: what begins with the next frame must be over, however long a busy machine takes for it. */
async function atRest(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const passing = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}
