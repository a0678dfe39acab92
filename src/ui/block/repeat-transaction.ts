import type { Scenario } from '../../model/scenario.ts';
import type { NewTx } from '../../store/edits.ts';

/** The transaction `times` times; nonces that were given count up for one sender, and are left out for many. */
export function repeatTransaction(scenario: Scenario, tx: NewTx, times: number, eachSender: boolean): readonly NewTx[] {
  if (tx.kind === 'signed') return [tx];
  const senders = scenario.accounts.map(({ name, address }) => name ?? address);
  const first = Math.max(0, senders.indexOf(tx.from));
  const { nonce, ...rest } = tx;
  return Array.from({ length: times }, (_, i): NewTx => {
    if (eachSender) return { ...rest, from: senders[(first + i) % senders.length] ?? tx.from };
    return nonce === undefined ? rest : { ...rest, nonce: nonce + BigInt(i) };
  });
}
