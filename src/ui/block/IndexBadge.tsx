import type { TxIndex } from '../../model/ids.ts';
import styles from './IndexBadge.module.css';

/** A transaction's place in the block on the colour of its contract. */
export function IndexBadge({ index, color }: { index: TxIndex; color: number }) {
  return (
    <span
      className={styles.badge}
      style={{ background: `var(--contract-${color})`, color: `var(--on-contract-${color})` }}
    >
      {index}
    </span>
  );
}
