import type { Block, BlockTransaction } from '../model/block.ts';
import type { Address } from '../model/ids.ts';
import { toAddress } from '../model/ids.ts';

const ETHER = 10n ** 18n;

/** Test support: account `n`, clear of the precompiles. */
export const account = (n: number): Address => toAddress(`0x${(0xacc0000 + n).toString(16).padStart(40, '0')}`);
/** The fee recipient is account 0. */
export const RECIPIENT = account(0);

/** Payments of 1 wei as [sender, receiver], senders with money and the right nonces. */
export function payments(...pairs: readonly (readonly [number, number])[]): Block {
  const nonces = new Map<number, bigint>();
  const transactions = pairs.map(([from, to]): BlockTransaction => {
    const nonce = nonces.get(from) ?? 0n;
    nonces.set(from, nonce + 1n);
    const fees = { maxFeePerGas: 20n, maxPriorityFeePerGas: 1n };
    return { type: 2, from: account(from), to: account(to), nonce, gasLimit: 21_000n, value: 1n, data: '0x', ...fees };
  });
  const funded = [...nonces.keys()].map(
    (n) => [account(n), { balance: ETHER, nonce: 0n, code: '0x', storage: {} }] as const,
  );
  return {
    hardfork: 'cancun',
    chainId: 1n,
    env: {
      number: 1n,
      timestamp: 1_700_000_000n,
      coinbase: RECIPIENT,
      gasLimit: 30_000_000n,
      prevRandao: `0x${'00'.repeat(32)}`,
      baseFeePerGas: 10n,
    },
    prestate: Object.fromEntries(funded),
    transactions,
  };
}
