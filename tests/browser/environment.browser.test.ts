import { expect, test } from 'vitest';

test('tests run cross-origin isolated, as the served page does', () => {
  expect(crossOriginIsolated).toBe(true);
  expect(typeof SharedArrayBuffer).toBe('function');
});
