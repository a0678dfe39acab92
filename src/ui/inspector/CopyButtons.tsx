import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { transaction as texts } from '#texts/transaction.ts';
import type { FinalExecution } from '../../model/execution.ts';
import type { TxIndex } from '../../model/ids.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { copyText } from '../common/copy-text.ts';
import styles from './Inspector.module.css';

/** The raw facts, for elsewhere. */
export function CopyButtons({ tx, execution }: { tx: TxIndex; execution: FinalExecution | null }) {
  const blockTx = useDocument((state) => state.block?.transactions[tx] ?? null);
  return (
    <div className={styles.buttons}>
      {blockTx && <CopyButton label={texts.copyTransaction} text={() => toJson(blockTx)} />}
      {execution && <CopyButton label={texts.copyResult} text={() => toJson(execution)} />}
    </div>
  );
}

function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [done, setDone] = useState(false);
  const app = useApp();
  const copy = async (): Promise<void> => {
    if (await copyText(text())) {
      setDone(true);
      setTimeout(() => setDone(false), 1500);
    } else {
      const message = texts.allowItForThisPage;
      app.notify({ kind: 'error', title: texts.theBrowserDoesNotLet, message });
    }
  };
  return (
    <Button small onClick={() => void copy()}>
      {done ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      {done ? texts.copied : label}
    </Button>
  );
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? v.toString() : v), 2);
}
