import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { FinalExecution } from '../../model/execution.ts';
import type { TxIndex } from '../../model/ids.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import styles from './Inspector.module.css';

/** The raw facts, for elsewhere. */
export function CopyButtons({ tx, execution }: { tx: TxIndex; execution: FinalExecution | null }) {
  const blockTx = useDocument((state) => state.block?.transactions[tx] ?? null);
  return (
    <div className={styles.buttons}>
      {blockTx && <CopyButton label="Copy transaction" text={() => toJson(blockTx)} />}
      {execution && <CopyButton label="Copy result" text={() => toJson(execution)} />}
    </div>
  );
}

function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [done, setDone] = useState(false);
  const app = useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setDone(true);
      setTimeout(() => setDone(false), 1500);
    } catch {
      const message =
        'Allow it for this page in the browser’s settings, or open the page over https or from localhost.';
      app.notify({ kind: 'error', title: 'The browser does not let the page copy', message });
    }
  };
  return (
    <Button small onClick={() => void copy()}>
      {done ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      {done ? 'Copied' : label}
    </Button>
  );
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? v.toString() : v), 2);
}
