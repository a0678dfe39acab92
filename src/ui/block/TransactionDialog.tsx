import { useMemo, useState } from 'react';
import { composing as texts } from '#texts/composing.ts';
import { txIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { addTransactions, updateTransaction } from '../../store/edits.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Segments } from '../common/Segments.tsx';
import { AccountField } from './AccountField.tsx';
import { ArgumentField } from './ArgumentField.tsx';
import {
  callableFunctions,
  type Draft,
  emptyDraft,
  functionOf,
  isReadOnly,
  readDraft,
  txToDraft,
  withContract,
  withFunction,
} from './draft.ts';
import { DraftPreview } from './DraftPreview.tsx';
import { Field } from './Field.tsx';
import styles from './Field.module.css';
import { ModalDialog } from './ModalDialog.tsx';
import { repeatTransaction } from './repeat-transaction.ts';
import { TextField } from './TextField.tsx';
import own from './TransactionDialog.module.css';
import { MAX_TRANSACTIONS } from '../../workloads/build-block.ts';

const KINDS = [
  { value: 'call', label: texts.contractCall, hint: texts.aFunctionOfAContract },
  { value: 'pay', label: texts.payment, hint: texts.etherFromOneAccountTo },
  { value: 'raw', label: texts.raw, hint: texts.anyDataToAnyAddress },
] as const;

/** Writes a new transaction (`id` null), or another content for one that there is. */
export function TransactionDialog({ id, onClose }: { id: TxId | null; onClose: () => void }) {
  const app = useApp();
  const scenario = useDocument((state) => state.scenario);
  const [edited] = useState(() => {
    const index = scenario.transactions.findIndex((tx) => tx.id === id);
    return { index, tx: scenario.transactions[index] ?? null };
  });
  const [draft, setDraft] = useState(() => (edited.tx ? txToDraft(scenario, edited.tx) : emptyDraft(scenario)));
  const [repeat, setRepeat] = useState('1');
  const [eachSender, setEachSender] = useState(false);
  /** Before the first attempt to save, a field that nobody has touched isn't wrong yet. */
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const { tx, errors } = useMemo(() => readDraft(scenario, draft), [scenario, draft]);
  const item = functionOf(scenario, draft);
  const functions = callableFunctions(scenario.contracts.find(({ name }) => name === draft.contract));
  const most = MAX_TRANSACTIONS - scenario.transactions.length;
  const times = /^\d+$/.test(repeat) ? Number(repeat) : 0;
  const repeatError = times >= 1 && times <= most ? null : texts.expectedTo(most.toLocaleString('en'));

  const change = (part: Partial<Draft>, field: string): void => {
    setDraft({ ...draft, ...part });
    setTouched(new Set([...touched, field]));
  };
  const errorOf = (field: string): string | undefined => (tried || touched.has(field) ? errors[field] : undefined);

  const save = (): void => {
    setTried(true);
    if (!tx || (!edited.tx && repeatError !== null)) return;
    if (edited.tx) {
      const { id: same } = edited.tx;
      app.edit(texts.editTransaction(edited.index), (s) => updateTransaction(s, same, tx));
    } else {
      const at = insertionPoint(app.view.getState().selected, scenario.transactions.length);
      const added = repeatTransaction(scenario, tx, times, eachSender);
      app.edit(times === 1 ? texts.addATransaction : texts.addTransactions(times), (s) =>
        addTransactions(s, added, at),
      );
      app.select([txIndex(at + added.length - 1)]);
    }
    onClose();
  };

  const payable = draft.kind !== 'call' || item?.stateMutability === 'payable';
  return (
    <ModalDialog
      title={edited.tx ? texts.editTransactionTitle(edited.index) : texts.addATransactionTitle}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" look="primary">
            {edited.tx ? texts.save : times > 1 ? texts.addTimes(times) : texts.addOnce}
          </Button>
        </>
      }
    >
      <Segments
        label={texts.kindOfTransaction}
        value={draft.kind}
        segments={KINDS}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      {edited.tx?.kind === 'signed' && <p className={own.note}>{texts.thisIsASignedTransaction}</p>}
      <Field label={texts.from} error={errorOf('from')}>
        {(ids) => (
          <AccountField ids={ids} value={draft.from} onChange={(from) => change({ from }, 'from')} contracts={false} />
        )}
      </Field>
      {draft.kind !== 'call' && (
        <Field
          label={texts.to}
          error={errorOf('to')}
          help={draft.kind === 'raw' && draft.to.trim() === '' ? texts.emptyCreatesAContract : null}
        >
          {(ids) => <AccountField ids={ids} value={draft.to} onChange={(to) => change({ to }, 'to')} contracts />}
        </Field>
      )}
      {draft.kind === 'call' && (
        <>
          <Field
            label={texts.contractField}
            error={errorOf('contract')}
            help={scenario.contracts.length === 0 ? texts.thereIsNoneYetAdd : null}
          >
            {(ids) => (
              <select
                {...ids}
                className={styles.input}
                value={draft.contract}
                onChange={(event) => setDraft(withContract(scenario, draft, event.target.value))}
              >
                {scenario.contracts.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label={texts.function}
            error={errorOf('function')}
            help={item && isReadOnly(item) ? texts.onlyReadsItCanStill : null}
          >
            {(ids) => (
              <select
                {...ids}
                className={styles.input}
                value={draft.function}
                onChange={(event) => {
                  const next = functions.find(({ name }) => name === event.target.value);
                  if (next) setDraft(withFunction(draft, next.name, next.item, item));
                }}
              >
                {functions.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
          </Field>
          {(item?.inputs ?? []).map((input, index) => (
            <ArgumentField
              key={`${draft.contract} ${draft.function} ${index}`}
              input={input}
              position={index}
              value={draft.args[index] ?? ''}
              error={errorOf(`args.${index}`)}
              onChange={(text) =>
                change(
                  { args: (item?.inputs ?? []).map((_, i) => (i === index ? text : (draft.args[i] ?? ''))) },
                  `args.${index}`,
                )
              }
            />
          ))}
        </>
      )}
      {draft.kind === 'raw' && (
        <Field label={texts.data} note={texts.hex} error={errorOf('data')}>
          {(ids) => (
            <textarea
              {...ids}
              className={styles.area}
              spellCheck={false}
              value={draft.data}
              onChange={(event) => change({ data: event.target.value }, 'data')}
            />
          )}
        </Field>
      )}
      {payable && (
        <TextField
          label={texts.value}
          unit={texts.eth}
          value={draft.value}
          error={errorOf('value')}
          onChange={(value) => change({ value }, 'value')}
        />
      )}
      {!edited.tx && (
        <Field label={texts.repeat} error={repeatError}>
          {(ids) => (
            <div className={styles.row}>
              <input
                {...ids}
                className={`${styles.mono} ${own.short}`}
                inputMode="numeric"
                value={repeat}
                onChange={(event) => setRepeat(event.target.value)}
              />
              <span className={styles.unit}>{texts.times}</span>
              {times > 1 && (
                <label className={own.check}>
                  <input
                    type="checkbox"
                    checked={eachSender}
                    onChange={(event) => setEachSender(event.target.checked)}
                  />
                  {texts.aDifferentSenderEachTime}
                </label>
              )}
            </div>
          )}
        </Field>
      )}
      <details className={own.advanced}>
        <summary>{texts.gasLimitNoncePriorityFee}</summary>
        <TextField
          label={texts.gasLimitField}
          placeholder={texts.enoughForAnyLibraryCall}
          value={draft.gasLimit}
          error={errorOf('gasLimit')}
          onChange={(gasLimit) => change({ gasLimit }, 'gasLimit')}
        />
        <TextField
          label={texts.nonce}
          placeholder={texts.theSendersNextInBlock}
          value={draft.nonce}
          error={errorOf('nonce')}
          onChange={(nonce) => change({ nonce }, 'nonce')}
        />
        <TextField
          label={texts.priorityFee}
          unit={texts.gwei}
          placeholder="1"
          value={draft.priorityFee}
          error={errorOf('priorityFee')}
          onChange={(priorityFee) => change({ priorityFee }, 'priorityFee')}
        />
      </details>
      <DraftPreview scenario={scenario} tx={tx} />
      {tried && !tx && (
        <p className={own.error} role="alert">
          {Object.keys(errors).length === 1 ? texts.oneFieldNeeds : texts.fieldsNeed(Object.keys(errors).length)}
          {texts.anotherLook}
          {Object.values(errors)[0]}.
        </p>
      )}
    </ModalDialog>
  );
}

/** After the card selected last, else at the end. */
function insertionPoint(selected: readonly number[], count: number): number {
  const last = selected.at(-1);
  return last === undefined ? count : Math.min(count, last + 1);
}
