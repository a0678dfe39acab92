import { Dices, Plus } from 'lucide-react';
import { block as texts } from '#texts/block.ts';
import { late } from '../common/late.tsx';
import { useState } from 'react';
import type { TxId } from '../../model/scenario.ts';
import { useDocument, useRun } from '../common/app-context.tsx';
import styles from './BlockTab.module.css';
import { CardList } from './CardList.tsx';
import { shortGas } from './short-gas.ts';
import { SelectionBar } from './SelectionBar.tsx';

const TransactionDialog = late(() => import('./TransactionDialog.tsx').then((m) => m.TransactionDialog));
const GeneratorDialog = late(() => import('./GeneratorDialog.tsx').then((m) => m.GeneratorDialog));

type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'generate' }
  | { readonly kind: 'edit'; readonly id: TxId | null };

/** The block as cards, and what can be done with them. */
export function BlockTab() {
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = (): void => setOpen({ kind: 'none' });
  const edit = (id: TxId): void => setOpen({ kind: 'edit', id });
  return (
    <>
      <div className={styles.tools} data-control="edit">
        <Summary />
        <button type="button" className={styles.tool} onClick={() => setOpen({ kind: 'generate' })}>
          <Dices aria-hidden="true" size={13} />
          {texts.generate}
        </button>
        <button type="button" className={styles.tool} onClick={() => setOpen({ kind: 'edit', id: null })}>
          <Plus aria-hidden="true" size={13} />
          {texts.add}
        </button>
      </div>
      <CardList onEdit={edit} />
      <SelectionBar onEdit={edit} />
      {open.kind === 'edit' && <TransactionDialog id={open.id} onClose={close} />}
      {open.kind === 'generate' && <GeneratorDialog onClose={close} />}
    </>
  );
}

function Summary() {
  const problems = useDocument((state) => state.problems.length);
  const transactions = useDocument((state) => state.scenario.transactions);
  const gas = useRun(({ analysis, analysed }) =>
    analysed?.scenario.transactions === transactions ? (analysis?.graph.figures.gasUsed ?? null) : null,
  );
  if (problems > 0) {
    return (
      <span className={styles.problems}>
        {problems.toLocaleString('en')} {problems === 1 ? texts.problem : texts.problems}
      </span>
    );
  }
  return <span className={styles.summary}>{gas === null ? '' : texts.gas(shortGas(gas))}</span>;
}
