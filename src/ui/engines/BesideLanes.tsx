import type { ReactNode } from 'react';
import styles from './EnginePanel.module.css';

/** The block's panel, with another over it for as long as that is open; what is covered keeps its state. */
export function BesideLanes({ block, over }: { readonly block: ReactNode; readonly over: ReactNode }) {
  return (
    <div className={styles.place}>
      <div className={styles.covered} inert={over !== null}>
        {block}
      </div>
      {over}
    </div>
  );
}
