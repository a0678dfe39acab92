import { useId } from 'react';
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
    label: 'Wait',
    note: 'A transaction starts when all it depends on have finished. Lane order must not contradict block order.',
  },
  {
    value: 'free',
    label: 'Free order',
    note: 'The order in which the lanes finish is the serial order: the block is your own, and is checked against that order.',
  },
];

const DAG_POLICIES: readonly RadioRow<DagPolicy>[] = [
  { value: 'block-order', label: 'Block order', note: 'Of those ready, the one that comes first in the block.' },
  { value: 'critical-path', label: 'Longest path first', note: 'The one with the most gas depending on it.' },
  {
    value: 'longest-first',
    label: 'Longest transaction first',
    note: 'The one that uses most gas itself. Often worse than block order.',
  },
];

const LOCKS: readonly RadioRow<LockGranularity>[] = [
  { value: 'slot', label: 'One location', note: 'A balance, a nonce, one storage slot.' },
  {
    value: 'account',
    label: 'A whole account',
    note: 'As in Solana: all transfers of one token then wait for each other.',
  },
];

const LIST_ORDERS: readonly RadioRow<ListOrder>[] = [
  { value: 'block-order', label: 'Block order', note: 'The one that comes first in the block.' },
  {
    value: 'longest-first',
    label: 'Longest transaction first',
    note: 'All may run at once, so a long one that starts late is all that can be in the way.',
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
            label="A lock covers"
            value={options.lockGranularity}
            rows={LOCKS}
            onChange={(row) => changeOptions(`locks: ${row.label}`, { lockGranularity: row.value })}
          />
          <div className={styles.row}>
            <label htmlFor={id} className={styles.rowLabel}>
              Queue of a lane
            </label>
            <NumberField
              id={id}
              value={options.queueLength}
              least={1}
              most={1_000_000}
              onChange={(queueLength) => changeOptions('queue of a lane', { queueLength })}
            />
            <p className={styles.rowNote}>
              How many transactions it holds, the running one among them. What waits in a queue holds its locks: the
              longer it is, the more ends up on the very lane that it conflicts with.
            </p>
          </div>
          <SwitchRow
            label="Declare everything as written"
            note="Readers then share nothing. Costs time, never the result."
            checked={options.overDeclare}
            onChange={(overDeclare) => changeOptions(`over-declaring ${onOff(overDeclare)}`, { overDeclare })}
          />
          <UnderDeclared />
        </>
      );
    case 'block-access-list':
      return (
        <>
          <RadioRows
            label="Which goes first"
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
          label="Order"
          value={options.lanesPolicy}
          rows={LANES_POLICIES}
          onChange={(row) => changeOptions(`order: ${row.label}`, { lanesPolicy: row.value })}
        />
      );
    case 'dag':
      return (
        <>
          <RadioRows
            label="Which goes first"
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
            label="ESTIMATE marks"
            note="What an aborted run wrote stays marked as “will be written again”, so that readers wait instead of failing later. Off: plain optimistic concurrency control."
            checked={options.estimates}
            onChange={(estimates) => changeOptions(`ESTIMATE marks ${onOff(estimates)}`, { estimates })}
          />
          <SwitchRow
            label="Link transactions of one sender"
            note="They depend on each other through the nonce in any case; knowing it from the start saves their aborts (Polygon bor)."
            checked={options.senderLinks}
            onChange={(senderLinks) => changeOptions(`sender links ${onOff(senderLinks)}`, { senderLinks })}
          />
          <SwitchRow
            label="Commit as it goes"
            note="A prefix that can’t change any more is committed at once, instead of everything at the end."
            checked={options.rollingCommit}
            onChange={(rollingCommit) => changeOptions(`rolling commit ${onOff(rollingCommit)}`, { rollingCommit })}
          />
          <SwitchRow
            label="Balances that only grow commute"
            note="A plain payment adds to the receiver’s balance without reading it (pevm’s lazy updates)."
            checked={settings.credits === 'commutative'}
            onChange={(on) => change(`commutative credits ${onOff(on)}`, { credits: on ? 'commutative' : 'strict' })}
          />
        </>
      );
  }
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');
