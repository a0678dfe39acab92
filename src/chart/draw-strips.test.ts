import { describe, expect, it } from 'vitest';
import { createStrips } from './draw-strips.ts';
import { createRecordingContext } from './test-drawing.ts';

type Strip = readonly [x: number, y: number, width: number, color: string, alpha?: number];

function paint(...all: readonly Strip[]): readonly string[] {
  const { context, calls } = createRecordingContext();
  const strips = createStrips(context);
  for (const [x, y, width, color, alpha = 1] of all) strips.add(x, y, width, 10, color, alpha);
  strips.end();
  return calls;
}

describe('createStrips', () => {
  it('puts strips of a pixel on whole pixels, and leaves wider ones where they are', () => {
    expect(paint([3.7, 0, 0.2, 'sky'], [8.2, 0, 2.5, 'pink'])).toEqual([
      'fillRect sky 3 0 1 10',
      'fillRect pink 8.2 0 2.5 10',
    ]);
  });

  it('paints neighbours that look alike as one', () => {
    expect(paint([3, 0, 1, 'sky'], [4.1, 0, 0.5, 'sky'], [5, 0, 1, 'sky'], [5.5, 0, 0.1, 'sky'])).toEqual([
      'fillRect sky 3 0 3 10',
    ]);
  });

  it('keeps apart what differs in colour, strength or row, or has a gap before it', () => {
    const calls = paint(
      [3, 0, 1, 'sky'],
      [4, 0, 1, 'pink'],
      [5, 0, 1, 'pink', 0.2],
      [7, 0, 1, 'pink', 0.2],
      [8, 20, 1, 'pink', 0.2],
    );
    expect(calls).toEqual([
      'fillRect sky 3 0 1 10',
      'fillRect pink 4 0 1 10',
      'fillRect pink 5 0 1 10 alpha 0.2',
      'fillRect pink 7 0 1 10 alpha 0.2',
      'fillRect pink 8 20 1 10 alpha 0.2',
    ]);
  });

  it('paints nothing for nothing', () => {
    expect(paint()).toEqual([]);
  });
});
