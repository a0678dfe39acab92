import { useId } from 'react';
import { options as texts } from '#texts/options.ts';
import { type CostModel, ZERO_COSTS } from '../../model/settings.ts';
import { Button } from '../common/Button.tsx';
import { NumberField } from '../common/NumberField.tsx';
import { useSettings } from '../common/use-settings.ts';
import styles from './OptionsPopover.module.css';

/** Costs that the page offers; the rest is for benchmarks. */
type CostKey = Exclude<keyof CostModel, 'exclusive' | 'work'>;

const FIELDS: readonly { readonly key: CostKey; readonly label: string; readonly least: number }[] = [
  { key: 'dispatch', label: texts.handingOutATask, least: 0 },
  { key: 'validationPerRead', label: texts.validatingOneRead, least: 0 },
  { key: 'coldRead', label: texts.firstReadOfALocation, least: 0 },
  { key: 'gasPerMicrosecond', label: texts.speedOfALane, least: 1 },
];

/** What modelled time costs beyond gas. All zero: time is gas. */
export function CostFields() {
  const { settings, change } = useSettings();
  const { costs } = settings;
  const id = useId();
  const isDefault = FIELDS.every(({ key }) => costs[key] === ZERO_COSTS[key]);
  return (
    <div className={styles.costs}>
      {FIELDS.map(({ key, label, least }) => (
        <div key={key} className={styles.cost}>
          <label htmlFor={`${id}-${key}`}>{label}</label>
          <NumberField
            id={`${id}-${key}`}
            value={costs[key]}
            least={least}
            most={10_000_000}
            onChange={(value) => change(label.toLowerCase(), { costs: { ...costs, [key]: value } }, texts.cost(key))}
          />
          <span className={styles.unit}>
            {key === 'gasPerMicrosecond'
              ? texts.gasPerS
              : texts.gas(microseconds(costs[key] / costs.gasPerMicrosecond))}
          </span>
        </div>
      ))}
      {!isDefault && (
        <Button small onClick={() => change(texts.noOverheads, { costs: ZERO_COSTS })} style={{ justifySelf: 'start' }}>
          {texts.noOverheads2}
        </Button>
      )}
    </div>
  );
}

const microseconds = (value: number): string => `${Number(value.toPrecision(3)).toLocaleString('en')} µs`;
