import { describe, expect, it } from 'vitest';
import { rowsBeforeWrap } from './wrap-columns.ts';

const rows = (...counts: number[]) =>
  rowsBeforeWrap({ counts, cellWidth: 70, cellHeight: 42, gap: 52, width: 760, height: 330 });

describe('rowsBeforeWrap', () => {
  it('leaves small waves whole', () => {
    expect(rows(5, 5, 2)).toBe(5);
    expect(rows(9, 3)).toBe(9);
  });
  it('breaks a wave of 300 so that it fills the room', () => {
    const stack = rows(300);
    expect(stack).toBeGreaterThan(10);
    expect(stack).toBeLessThan(25);
  });
  it('breaks nothing where the length of the chain decides', () => {
    expect(rows(...new Array(300).fill(1))).toBe(1);
    expect(rows(12, ...new Array(200).fill(1))).toBe(12);
  });
});
