import { useEffect, useRef } from 'react';
import { stage as texts } from '#texts/stage.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import styles from './Stage.module.css';

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={controls.dialog} aria-labelledby="stage-keys" onClose={onClose}>
      <h2 className={controls.dialogTitle} id="stage-keys">
        {texts.keysTitle}
      </h2>
      <dl className={styles.keys}>
        {texts.keys.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{texts.closeKeys}</Button>
    </dialog>
  );
}
