import { useEffect, useRef } from 'react';
import { stage as texts } from '#texts/stage.ts';
import styles from './Stage.module.css';

/** Nothing, so that they look at the speaker. A click or B brings the picture back. */
export function BlankScreen({ onClose }: { onClose: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" className={styles.blank} onClick={onClose}>
      <span>{texts.blanked}</span>
    </button>
  );
}
