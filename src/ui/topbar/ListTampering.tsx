import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { options as texts } from '#texts/options.ts';
import { indexOfTx } from '../../model/block-access-list.ts';
import type { Location, Value } from '../../model/location.ts';
import type { Tampering } from '../../model/settings.ts';
import { useRun, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { useRunPresentation } from '../common/use-presentation.ts';
import { useSettings } from '../common/use-settings.ts';
import styles from './OptionsPopover.module.css';

/** Makes the block access list lie about one value: what the selected transaction leaves behind. */
export function ListTampering() {
  const { settings, change, changeOptions } = useSettings();
  const names = useRunPresentation();
  const selected = useView((view) => view.selected.at(-1));
  const executions = useRun((run) => run.analysis?.serial.executions);
  const [chosen, choose] = useState<Location | null>(null);
  const [typed, type] = useState<string | null>(null);
  const id = useId();

  const { tamper } = settings.options;
  if (tamper) {
    const name = names.locationName(tamper.location as Location);
    return (
      <fieldset className={styles.radios}>
        <legend className={styles.legend}>{texts.theListLiesHere}</legend>
        <div className={styles.row}>
          <span>
            {tamper.index === 0 ? texts.beforeTheBlock : texts.afterTransaction(tamper.index - 1)}, {name}:{' '}
            {shown(tamper)}
          </span>
          <Button
            look="quiet"
            icon
            small
            aria-label={texts.letTheListTellThe(name)}
            onClick={() => {
              const { tamper: _, ...options } = settings.options;
              change(texts.anHonestList, { options });
            }}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      </fieldset>
    );
  }

  // Changes of code are left alone: nobody types code.
  const writes = selected === undefined ? [] : (executions?.[selected]?.recording.writes ?? []);
  const entries = writes.filter(({ location }) => 'bns'.includes(location[0] ?? ''));
  const entry = entries.find(({ location }) => location === chosen) ?? entries[0];
  if (selected === undefined || !entry) {
    return (
      <fieldset className={styles.radios}>
        <legend className={styles.legend}>{texts.makeTheListLie}</legend>
        <p className={styles.rowNote}>{texts.selectATransactionThatChanges}</p>
      </fieldset>
    );
  }
  const value = typed ?? lieAbout(entry.value);
  const isValue = /^(\d{1,78}|0x[0-9a-f]{1,64})$/.test(value);
  return (
    <fieldset className={styles.radios}>
      <legend className={styles.legend}>{texts.makeTheListLie}</legend>
      <p className={styles.rowNote}>{texts.whoeverReadsTheValueGoes}</p>
      <div className={styles.row}>
        <label htmlFor={id} className={styles.rowLabel}>
          {texts.afterTransactionBefore}
          {selected}
        </label>
        <Button
          small
          disabled={!isValue}
          onClick={() =>
            changeOptions(texts.theListLiesAbout(names.locationName(entry.location)), {
              tamper: { location: entry.location, index: indexOfTx(selected), value },
            })
          }
        >
          {texts.letItLie}
        </Button>
        <select
          id={id}
          className={controls.field}
          style={{ gridColumn: '1 / -1', width: '100%', textAlign: 'left' }}
          value={entry.location}
          onChange={(event) => {
            choose(event.target.value as Location);
            type(null);
          }}
        >
          {entries.map(({ location }) => (
            <option key={location} value={location}>
              {names.locationName(location)}
            </option>
          ))}
        </select>
        <input
          className={controls.field}
          style={{ gridColumn: '1 / -1', width: '100%', textAlign: 'left' }}
          aria-label={texts.whatTheListSaysInstead}
          aria-invalid={!isValue}
          value={value}
          onChange={(event) => type(event.target.value.trim().toLowerCase())}
        />
      </div>
    </fieldset>
  );
}

const lieAbout = (value: Value): string => String(typeof value === 'bigint' ? value + 1n : 0n);

const shown = ({ value }: Tampering): string => (value.length > 24 ? `${value.slice(0, 20)}…` : value);
