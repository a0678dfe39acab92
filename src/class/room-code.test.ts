import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRoomCode, createSecret, isRoomCode, isSecret, normalizeRoomCode } from './room-code.ts';

test('codes and secrets are what they are taken for', () => {
  for (let i = 0; i < 100; i++) {
    expect(isRoomCode(createRoomCode(randomBytes))).toBe(true);
    expect(isSecret(createSecret(randomBytes))).toBe(true);
  }
  expect(createRoomCode(() => new Uint8Array([0, 31, 32, 255, 8, 40]))).toBe('2Z2ZAA');
});

test('a code is read as people type it', () => {
  expect(normalizeRoomCode(' ab2-cd3 ')).toBe('AB2CD3');
  // Neither 0, 1, I nor O is in a code.
  for (const typed of ['', 'ABC', 'ABCDEFG', 'AB0CD1', '../etc', 'ÄBCDEF']) expect(normalizeRoomCode(typed)).toBeNull();
});
