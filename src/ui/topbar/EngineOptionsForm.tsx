import { useId } from 'react';
import { options as texts } from '#texts/options.ts';
import type { DagPolicy, LanesPolicy, ListOrder, LockGranularity } from '../../model/settings.ts';
import { NumberField } from '../common/NumberField.tsx';
import { useSettings } from '../common/use-settings.ts';
import { HintsExport } from './HintsExport.tsx';
import { HintsImport } from './HintsImport.tsx';
import { ListTampering } from './ListTampering.tsx';
import styles from './OptionsPopover.module.css';
import { type RadioRow, RadioRows } from './RadioRows.tsx';
import { SwitchRow } from './SwitchRow.tsx';
import { UnderDeclared } from './UnderDeclared.tsx';

const LANES_POLICIES: readonly RadioRow<LanesPolicy>[] = [
  {
    value: 'wait',
    label: texts.wait,
    note: texts.aTransactionStartsWhenAll,
  },
  {
    value: 'free',
    label: texts.freeOrder,
    note: texts.theOrderInWhichThe,
  },
];

const DAG_POLICIES: readonly RadioRow<DagPolicy>[] = [
  { value: 'block-order', label: texts.blockOrder, note: texts.ofThoseReadyTheOne },
  { value: 'critical-path', label: texts.longestPathFirst, note: texts.theOneWithTheMost },
  {
    value: 'longest-first',
    label: texts.longestTransactionFirst,
    note: texts.theOneThatUsesMost,
  },
];

const LOCKS: readonly RadioRow<LockGranularity>[] = [
  { value: 'slot', label: texts.oneLocation, note: texts.aBalanceANonceOne },
  {
    value: 'account',
    label: texts.aWholeAccount,
    note: texts.asInSolanaAllTransfers,
  },
];

const LIST_ORDERS: readonly RadioRow<ListOrder>[] = [
  { value: 'block-order', label: texts.blockOrder, note: texts.theOneThatComesFirst },
  {
    value: 'longest-first',
    label: texts.longestTransactionFirst,
    note: texts.allMayRunAtOnce,
  },
];

/** The options of the engine chosen. */
export function EngineOptionsForm() {
  const { settings, change, changeOptions } = useSettings();
  const id = useId();
  const { options } = settings;
  switch (settings.engine) {
    case 'sequential':
    case 'race':
    case 'components':
    case 'rounds':
    case 'in-order':
      return null;
    case 'account-locks':
      return (
        <>
          <RadioRows
            label={texts.aLockCovers}
            value={options.lockGranularity}
            rows={LOCKS}
            onChange={(row) => changeOptions(`locks: ${row.label}`, { lockGranularity: row.value })}
          />
          <div className={styles.row}>
            <label htmlFor={id} className={styles.rowLabel}>
              {texts.queueOfALane}
            </label>
            <NumberField
              id={id}
              value={options.queueLength}
              least={1}
              most={1_000_000}
              onChange={(queueLength) => changeOptions(texts.queueOfALaneEdit, { queueLength })}
            />
            <p className={styles.rowNote}>{texts.howManyTransactionsItHolds}</p>
          </div>
          <SwitchRow
            label={texts.declareEverythingAsWritten}
            note={texts.readersThenShareNothingCosts}
            checked={options.overDeclare}
            onChange={(overDeclare) => changeOptions(texts.overDeclaring(onOff(overDeclare)), { overDeclare })}
          />
          <UnderDeclared />
        </>
      );
    case 'block-access-list':
      return (
        <>
          <RadioRows
            label={texts.whichGoesFirst}
            value={options.listOrder}
            rows={LIST_ORDERS}
            onChange={(row) => changeOptions(`order: ${row.label}`, { listOrder: row.value })}
          />
          <ListTampering />
        </>
      );
    case 'lanes':
      return (
        <RadioRows
          label={texts.order}
          value={options.lanesPolicy}
          rows={LANES_POLICIES}
          onChange={(row) => changeOptions(`order: ${row.label}`, { lanesPolicy: row.value })}
        />
      );
    case 'dag':
      return (
        <>
          <RadioRows
            label={texts.whichGoesFirst}
            value={options.dagPolicy}
            rows={DAG_POLICIES}
            onChange={(row) => changeOptions(`policy: ${row.label}`, { dagPolicy: row.value })}
          />
          <HintsImport />
          <HintsExport />
        </>
      );
    case 'block-stm':
      return (
        <>
          <SwitchRow
            label={texts.estimateMarks}
            note={texts.whatAnAbortedRunWrote}
            checked={options.estimates}
            onChange={(estimates) => changeOptions(texts.estimateMarksEdit(onOff(estimates)), { estimates })}
          />
          <SwitchRow
            label={texts.linkTransactionsOfOneSender}
            note={texts.theyDependOnEachOther}
            checked={options.senderLinks}
            onChange={(senderLinks) => changeOptions(texts.senderLinks(onOff(senderLinks)), { senderLinks })}
          />
          <SwitchRow
            label={texts.commitAsItGoes}
            note={texts.aPrefixThatCantChange}
            checked={options.rollingCommit}
            onChange={(rollingCommit) => changeOptions(texts.rollingCommit(onOff(rollingCommit)), { rollingCommit })}
          />
          <SwitchRow
            label={texts.balancesThatOnlyGrowCommute}
            note={texts.aPlainPaymentAddsTo}
            checked={settings.credits === 'commutative'}
            onChange={(on) => change(texts.commutativeCredits(onOff(on)), { credits: on ? 'commutative' : 'strict' })}
          />
        </>
      );
  }
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');
