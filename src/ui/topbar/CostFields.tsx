import { useId } from 'react';
import { options as texts } from '#texts/options.ts';
import { type CostModel, type WorkCosts, ZERO_COSTS } from '../../model/settings.ts';
import { Button } from '../common/Button.tsx';
import { NumberField } from '../common/NumberField.tsx';
import { useSettings } from '../common/use-settings.ts';
import styles from './OptionsPopover.module.css';

/** Costs that the page offers; the rest is for benchmarks. */
type CostKey = Exclude<keyof CostModel, 'exclusive' | 'work'>;

interface CostField<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly least: number;
}

const FIELDS: readonly CostField<CostKey>[] = [
  { key: 'dispatch', label: texts.handingOutATask, least: 0 },
  { key: 'validationPerRead', label: texts.validatingOneRead, least: 0 },
  { key: 'coldRead', label: texts.firstReadOfALocation, least: 0 },
  { key: 'gasPerMicrosecond', label: texts.speedOfALane, least: 1 },
];

const WORK_FIELDS: readonly CostField<keyof WorkCosts>[] = [
  { key: 'transaction', label: texts.anyTransaction, least: 0 },
  { key: 'compute', label: texts.aThousandGasOfComputation, least: 0 },
  { key: 'read', label: texts.readingALocation, least: 0 },
  { key: 'write', label: texts.writingALocation, least: 0 },
];

/** What modelled time costs beyond gas, or, where costs were fitted to a measured run, instead of it. All zero: time is gas. */
export function CostFields() {
  const { settings, change } = useSettings();
  const { costs } = settings;
  const { work } = costs;
  const id = useId();
  const isDefault = !work && FIELDS.every(({ key }) => costs[key] === ZERO_COSTS[key]);
  const inTime = (gas: number): string => texts.gas(microseconds(gas / costs.gasPerMicrosecond));
  return (
    <div className={styles.costs}>
      {work && <p className={styles.note}>{texts.executionsAreTimedByKind}</p>}
      {work &&
        WORK_FIELDS.map(({ key, label, least }) => (
          <div key={key} className={styles.cost}>
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <NumberField
              id={`${id}-${key}`}
              value={work[key]}
              least={least}
              most={10_000_000}
              onChange={(value) =>
                change(
                  label.toLowerCase(),
                  { costs: { ...costs, work: { ...work, [key]: value } } },
                  texts.cost(`work ${key}`),
                )
              }
            />
            <span className={styles.unit}>{inTime(work[key])}</span>
          </div>
        ))}
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
          <span className={styles.unit}>{key === 'gasPerMicrosecond' ? texts.gasPerS : inTime(costs[key])}</span>
        </div>
      ))}
      {!isDefault && (
        <Button small onClick={() => change(texts.noOverheads, { costs: ZERO_COSTS })} style={{ justifySelf: 'start' }}>
          {texts.noOverheadsLabel}
        </Button>
      )}
    </div>
  );
}

const microseconds = (value: number): string => `${Number(value.toPrecision(3)).toLocaleString('en')} µs`;
