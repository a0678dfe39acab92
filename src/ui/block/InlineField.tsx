import { useState } from 'react';
import styles from './InlineField.module.css';

interface InlineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  /** What is wrong with the text, or null. */
  readonly check: (text: string) => string | null;
  readonly onChange: (text: string) => void;
}

/** A value that is edited where it stands: Enter or leaving keeps it when it is good, Escape takes it back. */
export function InlineField({ label, value, placeholder, className, check, onChange }: InlineFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed !== null && typed !== value ? check(typed) : null;
  const keep = (): void => {
    if (typed !== null && typed !== value && problem === null) onChange(typed);
    setTyped(null);
  };
  return (
    <span className={`${styles.box} ${className ?? ''}`}>
      <input
        className={styles.input}
        aria-label={label}
        aria-invalid={problem !== null}
        title={problem ?? undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          else if (event.key === 'Escape') {
            setTyped(null);
            event.stopPropagation();
          }
        }}
      />
      {problem !== null && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
