import { useId } from 'react';
import { type CostModel, ZERO_COSTS } from '../../model/settings.ts';
import { Button } from '../common/Button.tsx';
import { NumberField } from '../common/NumberField.tsx';
import { useSettings } from '../common/use-settings.ts';
import styles from './OptionsPopover.module.css';

/** Costs that the page offers; the rest is for benchmarks. */
type CostKey = Exclude<keyof CostModel, 'exclusive' | 'work'>;

const FIELDS: readonly { readonly key: CostKey; readonly label: string; readonly least: number }[] = [
  { key: 'dispatch', label: 'Handing out a task', least: 0 },
  { key: 'validationPerRead', label: 'Validating one read', least: 0 },
  { key: 'coldRead', label: 'First read of a location', least: 0 },
  { key: 'gasPerMicrosecond', label: 'Speed of a lane', least: 1 },
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
            onChange={(value) => change(label.toLowerCase(), { costs: { ...costs, [key]: value } }, `cost ${key}`)}
          />
          <span className={styles.unit}>
            {key === 'gasPerMicrosecond' ? 'gas per µs' : `gas = ${microseconds(costs[key] / costs.gasPerMicrosecond)}`}
          </span>
        </div>
      ))}
      {!isDefault && (
        <Button small onClick={() => change('no overheads', { costs: ZERO_COSTS })} style={{ justifySelf: 'start' }}>
          No overheads
        </Button>
      )}
    </div>
  );
}

const microseconds = (value: number): string => `${Number(value.toPrecision(3)).toLocaleString('en')} µs`;
