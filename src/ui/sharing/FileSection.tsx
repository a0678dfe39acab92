import { Download } from 'lucide-react';
import { share as texts } from '#texts/share.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import styles from './SharePopover.module.css';

/** The document as a file: of any size, and for places without a network. */
export function FileSection() {
  const app = useApp();
  return (
    <section>
      <h2 className={controls.heading}>{texts.file}</h2>
      <div className={styles.stack}>
        <p className={styles.note}>{texts.fileNote}</p>
        <Button onClick={() => void app.saveFile()}>
          <Download size={14} aria-hidden />
          {texts.saveAsFile}
        </Button>
      </div>
    </section>
  );
}
