import type { TxId } from '../../model/scenario.ts';

export function TransactionDialog(_props: { id: TxId | null; onClose: () => void }) {
  return null;
}
