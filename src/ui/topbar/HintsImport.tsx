import { useState } from 'react';
import { useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { useSettings } from '../common/use-settings.ts';
import { parseHints } from './parse-hints.ts';
import styles from './OptionsPopover.module.css';

/** Dependencies from a file instead of the recording's own: a hint, which may be wrong. */
export function HintsImport() {
  const { settings, change, changeOptions } = useSettings();
  const count = useDocument((state) => state.scenario.transactions.length);
  const [error, setError] = useState<string | null>(null);
  const { hints } = settings.options;

  const read = (file: File | undefined): void => {
    if (!file) return;
    file.text().then((text) => {
      const result = parseHints(text, count);
      setError('problem' in result ? `${file.name}: ${result.problem}` : null);
      if ('hints' in result) changeOptions('imported dependencies', { hints: result.hints });
    });
  };
  const remove = (): void => {
    const { hints: _, ...options } = settings.options;
    change('recorded dependencies', { options });
    setError(null);
  };

  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{hints ? 'Dependencies from a file' : 'Recorded dependencies'}</span>
      {hints ? (
        <Button small onClick={remove}>
          Use the recording’s
        </Button>
      ) : (
        <label>
          <input
            type="file"
            accept=".json"
            className={styles.fileInput}
            aria-label="Import dependencies from a JSON file"
            onChange={(event) => {
              read(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <span className={styles.fileButton}>Import…</span>
        </label>
      )}
      <p className={styles.rowNote}>
        A hint is a JSON list with, for each transaction, the indices it depends on. A wrong one may slow the run; it
        never changes the result, as every transaction is validated.
      </p>
      {error !== null && (
        <p className={`${styles.rowNote} ${styles.error}`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
