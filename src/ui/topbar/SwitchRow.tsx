import { Switch } from 'radix-ui';
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
    <div className={styles.row}>
      <label className={styles.rowLabel} htmlFor={id}>
        {props.label}
      </label>
      <Switch.Root
        id={id}
        className={styles.switch}
        checked={props.checked}
        onCheckedChange={props.onChange}
        aria-describedby={`${id}-note`}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
      <p className={styles.rowNote} id={`${id}-note`}>
        {props.note}
      </p>
    </div>
  );
}
