import { RadioGroup } from 'radix-ui';
import styles from './OptionsPopover.module.css';

export interface RadioRow<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly note: string;
}

/** One of a few, each with a sentence on its effect. */
export function RadioRows<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly rows: readonly RadioRow<T>[];
  readonly onChange: (row: RadioRow<T>) => void;
}) {
  const choose = (value: string): void => {
    const row = props.rows.find((r) => r.value === value);
    if (row) props.onChange(row);
  };
  return (
    <RadioGroup.Root aria-label={props.label} value={props.value} onValueChange={choose}>
      {props.rows.map(({ value, label, note }) => (
        <RadioGroup.Item key={value} value={value} className={styles.radio}>
          <span className={styles.dot} />
          <span>
            <span className={styles.rowLabel}>{label}</span>
            <span className={styles.rowNote} style={{ display: 'block' }}>
              {note}
            </span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
