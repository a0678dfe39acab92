import { block as texts } from '#texts/block.ts';
import { txIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import type { App } from '../../store/app.ts';
import { duplicateTransactions, removeTransactions } from '../../store/edits.ts';

/** The selected cards in block order. */
export function selectedIds(app: App): readonly TxId[] {
  const { transactions } = app.document.getState().scenario;
  return [...app.view.getState().selected].sort((a, b) => a - b).flatMap((index) => transactions[index]?.id ?? []);
}

/** Removes the selected cards; the one that then stands in their place is selected, so that Delete can go on. */
export function removeCards(app: App): void {
  const ids = selectedIds(app);
  if (ids.length === 0) return;
  const first = Math.min(...app.view.getState().selected);
  app.edit(ids.length === 1 ? texts.deleteACard : texts.deleteCards(ids.length), (s) => removeTransactions(s, ids));
  const left = app.document.getState().scenario.transactions.length;
  app.select(left === 0 ? [] : [txIndex(Math.min(first, left - 1))]);
}

/** Duplicates the selected cards and selects the copies. */
export function duplicateCards(app: App): void {
  const ids = selectedIds(app);
  if (ids.length === 0) return;
  const after = Math.max(...app.view.getState().selected) + 1;
  app.edit(ids.length === 1 ? texts.duplicateACard : texts.duplicateCards(ids.length), (s) =>
    duplicateTransactions(s, ids),
  );
  app.select(ids.map((_, offset) => txIndex(after + offset)));
}
