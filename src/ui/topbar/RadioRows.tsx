import { useId } from 'react';
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
  const name = useId();
  return (
    <fieldset className={styles.radios}>
      <legend className={styles.legend}>{props.label}</legend>
      {props.rows.map((row) => (
        <label key={row.value} className={styles.radio}>
          <input
            type="radio"
            name={name}
            checked={row.value === props.value}
            onChange={() => props.onChange(row)}
            aria-describedby={`${name}-${row.value}`}
          />
          <span className={styles.rowLabel}>{row.label}</span>
          <span className={styles.rowNote} id={`${name}-${row.value}`}>
            {row.note}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
