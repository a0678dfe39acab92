import { Check, Minus, X } from 'lucide-react';
import { figures as texts } from '#texts/figures.ts';
import type { HeaderCheck } from '../../model/run.ts';
import styles from './Figures.module.css';

const CLAIMS: readonly (readonly [keyof HeaderCheck, string])[] = [
  ['gasUsed', 'gas'],
  ['receiptsRoot', 'receipts'],
  ['logsBloom', 'logs'],
];

/** A real block against its own header. Nothing where there is no header. */
export function HeaderCheckMarks({ header }: { header: HeaderCheck }) {
  if (CLAIMS.every(([key]) => header[key] === null)) return null;
  return (
    <span className={styles.header}>
      <span className={styles.unknown}>{texts.blockHeader}</span>
      {CLAIMS.map(([key, name]) => (
        <Claim key={key} name={name} holds={header[key]} />
      ))}
    </span>
  );
}

function Claim({ name, holds }: { name: string; holds: boolean | null }) {
  if (holds === null) {
    return (
      <span className={styles.unknown} title={texts.theHeaderDoesntSay(name)}>
        <Minus size={13} aria-label={texts.unknown} />
        {name}
      </span>
    );
  }
  return (
    <span className={holds ? styles.ok : styles.notOk}>
      {holds ? (
        <Check size={13} strokeWidth={2.5} aria-label={texts.equal} />
      ) : (
        <X size={13} aria-label={texts.different} />
      )}
      {name}
    </span>
  );
}
