import { BlockPanel } from '../block/BlockPanel.tsx';
import { DragScope } from '../board/DragScope.tsx';
import { ConflictDag } from '../dag/ConflictDag.tsx';
import { Figures } from '../figures/Figures.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { TopBar } from '../topbar/TopBar.tsx';
import { Transport } from '../transport/Transport.tsx';
import { LanesPanel } from './LanesPanel.tsx';
import styles from './App.module.css';

export function App() {
  return (
    <DragScope>
      <div className={styles.app}>
        <TopBar />
        <main className={styles.panels}>
          <section className={styles.block} aria-label="Block">
            <BlockPanel />
          </section>
          <section className={styles.lanes} aria-label="Lanes">
            <LanesPanel />
          </section>
          <section className={styles.conflicts} aria-label="Conflicts">
            <ConflictDag />
          </section>
          <section className={styles.inspector} aria-label="Inspector">
            <Inspector />
          </section>
        </main>
        <footer className={styles.foot}>
          <Figures />
          <Transport />
        </footer>
      </div>
    </DragScope>
  );
}
