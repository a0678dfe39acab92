import { useState } from 'react';
import { options as texts } from '#texts/options.ts';
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
      if ('hints' in result) changeOptions(texts.importedDependencies, { hints: result.hints });
    });
  };
  const remove = (): void => {
    const { hints: _, ...options } = settings.options;
    change(texts.recordedDependencies, { options });
    setError(null);
  };

  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{hints ? texts.dependenciesFromAFile : texts.recordedDependenciesTitle}</span>
      {hints ? (
        <Button small onClick={remove}>
          {texts.useTheRecordings}
        </Button>
      ) : (
        <label>
          <input
            type="file"
            accept=".json"
            className={styles.fileInput}
            aria-label={texts.importDependenciesFromAJson}
            onChange={(event) => {
              read(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <span className={styles.fileButton}>{texts.import}</span>
        </label>
      )}
      <p className={styles.rowNote}>{texts.aHintIsAJson}</p>
      {error !== null && (
        <p className={`${styles.rowNote} ${styles.error}`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
