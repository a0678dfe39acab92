import { common as texts } from '#texts/common.ts';
import type { TxIndex } from '../../model/ids.ts';
import { useApp, useView } from './app-context.tsx';
import styles from './refs.module.css';
import { useRunPresentation } from './use-presentation.ts';

/** A transaction named in a sentence: lights up everywhere, and a click goes to it. */
export function TxRef({ tx }: { tx: TxIndex }) {
  const app = useApp();
  const names = useRunPresentation();
  const lit = useView(({ hovered }) => hovered !== null && 'tx' in hovered && hovered.tx === tx);
  return (
    <button
      type="button"
      className={styles.tx}
      data-lit={lit}
      title={names.txTitle(tx)}
      aria-label={texts.transaction(tx, names.txTitle(tx))}
      onPointerEnter={() => app.hover({ tx })}
      onPointerLeave={() => app.hover(null)}
      onFocus={() => app.hover({ tx })}
      onBlur={() => app.hover(null)}
      onClick={() => app.select([tx])}
    >
      {tx}
    </button>
  );
}
