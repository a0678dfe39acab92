import { useState } from 'react';
import { options as texts } from '#texts/options.ts';
import { useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { useSettings } from '../common/use-settings.ts';
import { type ParsedHints, parseHints } from '../../model/hints.ts';
import styles from './OptionsPopover.module.css';

/** Ten thousand transactions that name a hundred others each. */
const MOST_BYTES = 8_000_000;

async function readHints(file: File, transactions: number): Promise<ParsedHints> {
  if (file.size > MOST_BYTES) return { kind: 'refused', reason: texts.tooLargeForAHint(file.size, MOST_BYTES) };
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (error) {
    return { kind: 'refused', reason: texts.isNoJson(error instanceof Error ? error.message : String(error)) };
  }
  return parseHints(value, transactions);
}

/** Dependencies from a file instead of the recording's own: a hint, which may be wrong. */
export function HintsImport() {
  const { settings, change, changeOptions } = useSettings();
  const count = useDocument((state) => state.scenario.transactions.length);
  const [error, setError] = useState<string | null>(null);
  const { hints } = settings.options;

  const read = (file: File | undefined): void => {
    if (!file) return;
    readHints(file, count).then((result) => {
      setError(result.kind === 'refused' ? `${file.name}: ${result.reason}.` : null);
      if (result.kind === 'hints') changeOptions(texts.importedDependencies, { hints: result.hints });
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
