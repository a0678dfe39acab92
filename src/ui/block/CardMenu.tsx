import { ContextMenu } from 'radix-ui';
import type { TxId } from '../../model/scenario.ts';
import { useDrag } from '../board/drag-store.ts';
import { useApp, useDocument, useView } from '../common/app-context.tsx';
import styles from './CardMenu.module.css';
import { duplicateCards, removeCards, selectedIds } from './card-actions.ts';

/** Lanes offered in the menu; further ones are reached by dragging. */
const MOST_LANES = 9;

/** The context menu of the selected cards. */
export function CardMenu({ onEdit }: { onEdit: (id: TxId) => void }) {
  const app = useApp();
  const drag = useDrag();
  const selected = useView((state) => state.selected.length);
  const lanes = useDocument(({ scenario }) => scenario.settings.lanes);
  const item = (label: string, keys: string, act: () => void, disabled = false) => (
    <ContextMenu.Item className={styles.item} disabled={disabled} onSelect={act}>
      {label}
      <span className={styles.keys}>{keys}</span>
    </ContextMenu.Item>
  );
  return (
    <ContextMenu.Portal>
      <ContextMenu.Content className={styles.menu}>
        {item('Edit…', 'Enter', () => onEdit(selectedIds(app)[0] ?? ''), selected !== 1)}
        {item('Duplicate', 'Ctrl D', () => duplicateCards(app), selected === 0)}
        {item('Delete', 'Del', () => removeCards(app), selected === 0)}
        <ContextMenu.Separator className={styles.line} />
        {Array.from({ length: Math.min(MOST_LANES, lanes) }, (_, lane) => (
          <ContextMenu.Item
            key={lane}
            className={styles.item}
            disabled={selected === 0}
            onSelect={() => drag.put(selectedIds(app), 'board', { kind: 'lane', lane, gap: Infinity })}
          >
            To lane {lane + 1}
            <span className={styles.keys}>{lane + 1}</span>
          </ContextMenu.Item>
        ))}
        {item('To any lane', '0', () => drag.put(selectedIds(app), 'board', { kind: 'any' }), selected === 0)}
      </ContextMenu.Content>
    </ContextMenu.Portal>
  );
}
