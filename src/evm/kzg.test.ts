import { expect, test } from 'vitest';
import { verifyKzgProof } from './kzg.ts';

/** go-ethereum, core/vm/testdata/precompiles/pointEvaluation.json, after the versioned hash. */
const Z = '0x564c0a11a0f704f4fc3e8acfe0f8245f0ad1347b378fbf96e206da11a5d36306';
const Y = '0x24d25032e67a7e6a4910df5834b8fe70e6bcfeeac0352434196bdf4b2485d5a1';
const COMMITMENT = '0x8f59a8d2a1a625a17f3fea0fe5eb8c896db3764f3185481bc22f91b4aaffcca25f26936857bc3a7c2539ea8ec3a952b7';
const PROOF = '0x873033e038326e87ed3e1276fd140253fa08e9fc25fb2d9a98527fc22a2c9612fbeafdad446cbc7bcdbdcd780af2c16a';
const INFINITY = `0xc0${'00'.repeat(47)}`;

test('a proof holds for its value and for no other', () => {
  expect(verifyKzgProof(COMMITMENT, Z, Y, PROOF)).toBe(true);
  expect(verifyKzgProof(COMMITMENT, Z, `0x${'00'.repeat(31)}01`, PROOF)).toBe(false);
});

test('the zero polynomial is zero everywhere', () => {
  expect(verifyKzgProof(INFINITY, Z, `0x${'00'.repeat(32)}`, INFINITY)).toBe(true);
});

test('what is no field element or no point is refused', () => {
  expect(() => verifyKzgProof(COMMITMENT, `0x${'ff'.repeat(32)}`, Y, PROOF)).toThrow(/C_KZG_BADARGS.*field element/);
  expect(() => verifyKzgProof(`0x${'8f'.repeat(48)}`, Z, Y, PROOF)).toThrow(/C_KZG_BADARGS.*point/);
});
