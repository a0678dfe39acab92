import { type ReactNode, useRef } from 'react';
import { useMedia } from '../common/use-media.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LanesPanel } from './LanesPanel.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import styles from './Panels.module.css';
import { Separator } from './Separator.tsx';
import { usePanelSizes } from './use-panel-sizes.ts';

export interface PanelParts {
  readonly block: ReactNode;
  /** The block's column is to be wide enough for a picture. */
  readonly wideBlock: boolean;
  readonly conflicts: ReactNode;
  readonly inspector: ReactNode;
  /** Covered by another view: neither reached nor read. */
  readonly inert: boolean;
}

/** Below this there is no room for three columns: the sides and the centre each become tabs. */
const NARROW = '(width < 60rem)';

export function Panels(parts: PanelParts) {
  const block = <Panel name="Block">{parts.block}</Panel>;
  const conflicts = <Panel name="Conflicts">{parts.conflicts}</Panel>;
  const inspector = <Panel name="Inspector">{parts.inspector}</Panel>;
  return useMedia(NARROW) ? (
    <main className={styles.narrow} inert={parts.inert}>
      <PanelTabs label="Block or inspector" panels={{ Block: block, Inspector: inspector }} />
      <Panel name="Lanes and conflicts">
        <LanesPanel conflicts={parts.conflicts} />
      </Panel>
    </main>
  ) : (
    <WidePanels {...parts} block={block} conflicts={conflicts} inspector={inspector} />
  );
}

function WidePanels({ block, wideBlock, conflicts, inspector, inert }: PanelParts) {
  const ref = useRef<HTMLElement>(null);
  const sizes = usePanelSizes(ref);
  return (
    <main className={styles.panels} data-wide={wideBlock} ref={ref} inert={inert}>
      <div className={styles.block}>{block}</div>
      <Separator className={styles.leftEdge} label="Width of the block" side="left" size="left" sizes={sizes} />
      <div className={styles.lanes}>
        <Panel name="Lanes">
          <LanesPanel />
        </Panel>
      </div>
      <Separator className={styles.split} label="Height of the lanes" side="top" size="split" sizes={sizes} />
      <div className={styles.conflicts}>{conflicts}</div>
      <Separator className={styles.rightEdge} label="Width of the inspector" side="right" size="right" sizes={sizes} />
      <div className={styles.inspector}>{inspector}</div>
    </main>
  );
}

function Panel({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={name}>
      <ErrorBoundary name={`The panel “${name}”`}>{children}</ErrorBoundary>
    </section>
  );
}
