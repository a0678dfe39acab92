import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

/** Ties an input to its label, help and message. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  /** The type, or another word beside the label. */
  readonly note?: string | undefined;
  readonly help?: string | null | undefined;
  readonly error?: string | null | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** A labelled input, with what it means below it, or what is wrong with it. */
export function Field({ label, note, help, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </label>
      <div className={styles.control}>
        {children({ id, 'aria-describedby': `${id}-text`, 'aria-invalid': Boolean(error) })}
        <p id={`${id}-text`} className={error ? styles.error : styles.help} aria-live="polite">
          {error || help}
        </p>
      </div>
    </div>
  );
}
