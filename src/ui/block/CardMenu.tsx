import { DropdownMenu } from 'radix-ui';
import { composing as texts } from '#texts/composing.ts';
import type { TxId } from '../../model/scenario.ts';
import { useDrag } from '../board/drag-store.ts';
import { useApp, useDocument, useView } from '../common/app-context.tsx';
import styles from './CardMenu.module.css';
import { duplicateCards, removeCards, selectedIds } from './card-actions.ts';

/** Lanes offered in the menu; further ones are reached by dragging. */
const MOST_LANES = 9;

/** The context menu of the selected cards, opened at a point of the window (px). */
export function CardMenu(props: {
  readonly at: { readonly x: number; readonly y: number };
  readonly onEdit: (id: TxId) => void;
  readonly onClose: () => void;
}) {
  const { at, onEdit, onClose } = props;
  const app = useApp();
  const drag = useDrag();
  const selected = useView((state) => state.selected.length);
  const lanes = useDocument(({ scenario }) => scenario.settings.lanes);
  const item = (label: string, keys: string, act: () => void, disabled = false) => (
    <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={act}>
      {label}
      <span className={styles.keys}>{keys}</span>
    </DropdownMenu.Item>
  );
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={onClose}>
      <DropdownMenu.Trigger asChild>
        <span style={{ position: 'fixed', left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" collisionPadding={8}>
          {item(texts.edit, 'Enter', () => onEdit(selectedIds(app)[0] ?? ''), selected !== 1)}
          {item(texts.duplicate, texts.ctrlD, () => duplicateCards(app), selected === 0)}
          {item(texts.delete, 'Del', () => removeCards(app), selected === 0)}
          <DropdownMenu.Separator className={styles.line} />
          {Array.from({ length: Math.min(MOST_LANES, lanes) }, (_, lane) => (
            <DropdownMenu.Item
              key={lane}
              className={styles.item}
              disabled={selected === 0}
              onSelect={() => drag.put(selectedIds(app), 'board', { kind: 'lane', lane, gap: Infinity })}
            >
              {texts.toLane}
              {lane + 1}
              <span className={styles.keys}>{lane + 1}</span>
            </DropdownMenu.Item>
          ))}
          {item(texts.toAnyLane, '0', () => drag.put(selectedIds(app), 'board', { kind: 'any' }), selected === 0)}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
