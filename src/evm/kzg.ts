import { bls12_381 } from '@noble/curves/bls12-381.js';

/**
 * [τ]₂ of the KZG ceremony: the one point of the trusted setup that checking a proof needs
 * (`g2_monomial[1]` of trusted_setup_4096.json in ethereum/consensus-specs).
 */
const TAU_G2 =
  'b5bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d2914e5870cb452d2afaaab24f3499f72' +
  '185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b087041de621000edc98edada20c1def2';

const { G1, G2 } = bls12_381;

/**
 * Whether `proof` shows that the polynomial behind `commitment` is `y` at `z` (EIP-4844, `verify_kzg_proof`):
 * e(commitment − [y]₁, [1]₂) = e(proof, [τ − z]₂). All arguments are hex with `0x`. Throws for bytes that are no field
 * element or no point of the group, as the point-evaluation precompile expects of c-kzg.
 */
export function verifyKzgProof(commitment: string, z: string, y: string, proof: string): boolean {
  const c = point(commitment);
  const p = point(proof);
  const difference = c.subtract(times(G1.Point.BASE, scalar(y)));
  const shifted = G2.Point.fromHex(TAU_G2).subtract(times(G2.Point.BASE, scalar(z)));
  // A term with the point at infinity contributes 1; the library refuses to pair it.
  const terms = [
    { g1: difference, g2: G2.Point.BASE.negate() },
    { g1: p, g2: shifted },
  ].filter(({ g1, g2 }) => !g1.is0() && !g2.is0());
  if (terms.length === 0) return true;
  const product = bls12_381.pairingBatch(terms);
  return bls12_381.fields.Fp12.eql(product, bls12_381.fields.Fp12.ONE);
}

function point(hex: string) {
  try {
    const found = G1.Point.fromHex(hex.slice(2));
    if (!found.is0()) found.assertValidity();
    return found;
  } catch (cause) {
    throw new Error('C_KZG_BADARGS: not a point of G1', { cause });
  }
}

function scalar(hex: string): bigint {
  const value = BigInt(hex);
  if (value >= bls12_381.fields.Fr.ORDER) throw new Error('C_KZG_BADARGS: not a field element');
  return value;
}

function times<P extends { multiply(n: bigint): P; subtract(other: P): P }>(base: P, factor: bigint): P {
  return factor === 0n ? base.subtract(base) : base.multiply(factor);
}
