import { Copy, Pencil, Trash2 } from 'lucide-react';
import { block as texts } from '#texts/block.ts';
import type { TxId } from '../../model/scenario.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { duplicateCards, removeCards, selectedIds } from './card-actions.ts';
import styles from './SelectionBar.module.css';

/** What can be done with the selected cards, for a finger that has no keys and no second button. */
export function SelectionBar({ onEdit }: { onEdit: (id: TxId) => void }) {
  const app = useApp();
  const count = useView((state) => state.selected.length);
  if (count === 0) return null;
  return (
    <div className={styles.bar} data-control="edit" role="toolbar" aria-label={texts.selectedTransactions}>
      <span className={styles.count}>
        {count.toLocaleString('en')}
        {texts.selected}
      </span>
      <button
        type="button"
        className={styles.button}
        disabled={count !== 1}
        onClick={() => onEdit(selectedIds(app)[0] ?? '')}
      >
        <Pencil size={13} aria-hidden="true" />
        {texts.edit}
      </button>
      <button type="button" className={styles.button} onClick={() => duplicateCards(app)}>
        <Copy size={13} aria-hidden="true" />
        {texts.duplicate}
      </button>
      <button type="button" className={styles.button} onClick={() => removeCards(app)}>
        <Trash2 size={13} aria-hidden="true" />
        {texts.delete}
      </button>
    </div>
  );
}
