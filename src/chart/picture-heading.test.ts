import { expect, test } from 'vitest';
import { drawHeading, layoutHeading } from './picture-heading.ts';
import { createRecordingContext, sixPxPerLetter, TEST_TOKENS } from './test-drawing.ts';

const heading = { title: 'Mixed DeFi block', notes: ['Modelled time, in gas', 'on 4 lanes'] };

test('a title, and each note from a new line, below each other', () => {
  const placed = layoutHeading(heading, 800, TEST_TOKENS, sixPxPerLetter);
  const { context, calls } = createRecordingContext();
  drawHeading(context, placed, TEST_TOKENS);
  expect(calls.map((call) => call.replace(/ [\d.]+ [\d.]+ /, ' '))).toEqual([
    'fillText "Mixed DeFi block" text',
    'fillText "Modelled time, in gas" dim',
    'fillText "on 4 lanes" dim',
  ]);
  const ys = placed.lines.map(({ y }) => y);
  expect(ys).toEqual([...ys].sort((a, b) => a - b));
  expect(placed.height).toBeGreaterThan((ys.at(-1) ?? 0) + 16);
});

test('no line is wider than the picture within its margins', () => {
  const placed = layoutHeading(heading, 120, TEST_TOKENS, sixPxPerLetter);
  expect(placed.lines.map(({ text }) => text)).toEqual([
    'Mixed DeFi',
    'block',
    'Modelled time,',
    'in gas',
    'on 4 lanes',
  ]);
});
