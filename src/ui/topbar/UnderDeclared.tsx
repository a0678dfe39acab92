import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { options as texts } from '#texts/options.ts';
import type { Location } from '../../model/location.ts';
import { useRun, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { useRunPresentation } from '../common/use-presentation.ts';
import { useSettings } from '../common/use-settings.ts';
import styles from './OptionsPopover.module.css';

/** What transactions don't declare although they touch it: they fail there, as they would on Solana. */
export function UnderDeclared() {
  const { settings, change, changeOptions } = useSettings();
  const names = useRunPresentation();
  const selected = useView((view) => view.selected.at(-1));
  const executions = useRun((run) => run.analysis?.serial.executions);
  const [chosen, choose] = useState<Location | null>(null);
  const id = useId();

  const left = settings.options.underDeclare ?? [];
  const recording = selected === undefined ? undefined : executions?.[selected]?.recording;
  const touched = new Set([...(recording?.reads ?? []), ...(recording?.writes ?? [])].map(({ location }) => location));
  const declared = [...touched].filter(
    (location) => location[0] !== 'e' && !left.some(([tx, other]) => tx === selected && other === location),
  );
  const location = chosen !== null && declared.includes(chosen) ? chosen : declared[0];

  const put = (underDeclare: typeof left, label: string): void => {
    const { underDeclare: _, ...options } = settings.options;
    if (underDeclare.length > 0) changeOptions(label, { underDeclare });
    else change(label, { options });
  };

  return (
    <fieldset className={styles.radios}>
      <legend className={styles.legend}>{texts.leftOutOfDeclarations}</legend>
      <p className={styles.rowNote}>{texts.aTransactionThatTouchesWhat}</p>
      {left.map(([tx, other]) => (
        <div key={`${tx} ${other}`} className={styles.row}>
          <span>
            {tx}: {names.locationName(other as Location)}
          </span>
          <Button
            look="quiet"
            icon
            small
            aria-label={texts.declareInTransactionAgain(names.locationName(other as Location), tx)}
            onClick={() =>
              put(
                left.filter((entry) => entry[0] !== tx || entry[1] !== other),
                texts.declareItAgain,
              )
            }
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      {selected === undefined || location === undefined ? (
        <p className={styles.rowNote}>{texts.selectATransactionToLeave}</p>
      ) : (
        <div className={styles.row}>
          <label htmlFor={id} className={styles.rowLabel}>
            {texts.ofTransaction}
            {selected}
          </label>
          <Button
            small
            onClick={() => put([...left, [selected, location]], texts.leaveOut(names.locationName(location)))}
          >
            {texts.leaveOutButton}
          </Button>
          <select
            id={id}
            className={controls.field}
            style={{ gridColumn: '1 / -1', width: '100%', textAlign: 'left' }}
            value={location}
            onChange={(event) => choose(event.target.value as Location)}
          >
            {declared.map((each) => (
              <option key={each} value={each}>
                {names.locationName(each)}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}
