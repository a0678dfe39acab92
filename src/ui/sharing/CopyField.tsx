import { Check, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { share as texts } from '#texts/share.ts';
import { Button } from '../common/Button.tsx';
import { copyText } from '../common/copy-text.ts';
import styles from './SharePopover.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly copyLabel: string;
  readonly text: string;
  readonly lines?: number;
  readonly onCopied?: () => void;
}

/** Text to take away: by the button, or, where the browser doesn't let us, by selecting it. */
export function CopyField({ label, copyLabel, text, lines = 2, onCopied }: CopyFieldProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const id = useId();
  const copy = async (): Promise<void> => {
    const copied = await copyText(text);
    setState(copied ? 'copied' : 'refused');
    if (copied) {
      onCopied?.();
      setTimeout(() => setState('idle'), 2_000);
    }
  };
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <div className={styles.stack}>
      <textarea
        id={id}
        className={styles.text}
        aria-label={label}
        readOnly
        rows={lines}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <Button look={lines === 2 ? 'primary' : 'plain'} onClick={() => void copy()}>
        <Icon size={14} aria-hidden />
        {state === 'copied' ? texts.copied : copyLabel}
      </Button>
      <p role="status" className={styles.note}>
        {state === 'refused' ? texts.copyYourself : ''}
      </p>
    </div>
  );
}
