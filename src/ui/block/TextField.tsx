import { Field } from './Field.tsx';
import styles from './Field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** A number or a word with its unit behind it. */
export function TextField({ label, value, error, unit, placeholder, onChange }: TextFieldProps) {
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <div className={styles.row}>
          <input
            {...ids}
            className={styles.mono}
            placeholder={placeholder}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </div>
      )}
    </Field>
  );
}
