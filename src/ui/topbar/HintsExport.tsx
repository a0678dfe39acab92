import { options as texts } from '#texts/options.ts';
import { exportHints, hintsToText } from '../../drivers/export-hints.ts';
import { useRun } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { saveFile } from '../common/save-file.ts';
import styles from './OptionsPopover.module.css';

/** The recorded dependencies as a file that can be imported again, here or in a client that takes such hints. */
export function HintsExport() {
  const { analysis, analysed, stale } = useRun(({ analysis, analysed, stale }) => ({ analysis, analysed, stale }));
  const ready = analysis && analysed && !stale;
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{texts.dependenciesAsAHint}</span>
      <Button
        small
        disabled={!ready}
        onClick={() => {
          if (ready) saveFile('hints.json', hintsToText(exportHints(analysed.block, analysis.serial.executions)));
        }}
      >
        {texts.export}
      </Button>
      <p className={styles.rowNote}>{texts.whatTheRecordingOfSerial}</p>
    </div>
  );
}
