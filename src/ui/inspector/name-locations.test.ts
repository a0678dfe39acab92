import { expect, it } from 'vitest';
import { nameLocations } from './name-locations.ts';

it('puts names for locations into an engine’s reason', () => {
  const account = `0x${'ab'.repeat(20)}`;
  const named = nameLocations(
    `it read s:${account}:0x2, after b:${account}`,
    (location) => `<${location.slice(0, 4)}>`,
  );
  expect(named).toBe('it read <s:0x>, after <b:0x>');
  expect(nameLocations('the nonce is too low', () => 'wrong')).toBe('the nonce is too low');
});
