import { describe, expect, it } from 'vitest';
import { placeLineCaptions } from './line-labels.ts';

describe('placeLineCaptions', () => {
  it('puts captions that would touch into two rows', () => {
    expect(
      placeLineCaptions(
        [
          { x: 900, width: 150 },
          { x: 940, width: 80 },
        ],
        30,
        950,
      ),
    ).toEqual([
      { x: 750, row: 0 },
      { x: 860, row: 1 },
    ]);
  });
  it('keeps captions far apart in one row', () => {
    expect(
      placeLineCaptions(
        [
          { x: 400, width: 150 },
          { x: 940, width: 80 },
        ],
        30,
        950,
      ),
    ).toEqual([
      { x: 250, row: 0 },
      { x: 860, row: 0 },
    ]);
  });
  it('starts at the left edge where there is no room before the line', () => {
    expect(placeLineCaptions([{ x: 60, width: 150 }], 30, 950)).toEqual([{ x: 30, row: 0 }]);
  });
  it('leaves out lines outside the picture', () => {
    expect(
      placeLineCaptions(
        [
          { x: 10, width: 50 },
          { x: 960, width: 50 },
        ],
        30,
        950,
      ),
    ).toEqual([null, null]);
  });
});
