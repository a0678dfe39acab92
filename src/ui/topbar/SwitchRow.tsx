import { useId } from 'react';
import styles from './OptionsPopover.module.css';

/** A switch with its name and a sentence on its effect. */
export function SwitchRow(props: {
  readonly label: string;
  readonly note: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <label className={styles.row}>
      <span className={styles.rowLabel}>{props.label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={props.checked}
        className={styles.switch}
        aria-label={props.label}
        aria-describedby={id}
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span className={styles.rowNote} id={id}>
        {props.note}
      </span>
    </label>
  );
}
