import { type ReactNode, useRef } from 'react';
import { app as texts } from '#texts/app.ts';
import { useMedia } from '../common/use-media.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LanesPanel } from './LanesPanel.tsx';
import { type PanelTab, PanelTabs } from './PanelTabs.tsx';
import styles from './Panels.module.css';
import { Separator } from './Separator.tsx';
import { usePanelSizes } from './use-panel-sizes.ts';

export interface PanelParts {
  /** A lesson or puzzle in progress; it takes the left side, and the block shares the right one with the inspector. */
  readonly guide: ReactNode;
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
  const block = <Panel name={texts.block}>{parts.block}</Panel>;
  const conflicts = <Panel name={texts.conflicts}>{parts.conflicts}</Panel>;
  const inspector = <Panel name={texts.inspector}>{parts.inspector}</Panel>;
  const guide = parts.guide && <Panel name={texts.guide}>{parts.guide}</Panel>;
  const sides: readonly PanelTab[] = [
    { id: 'block', name: texts.block, content: block },
    { id: 'inspector', name: texts.inspector, content: inspector },
  ];
  return useMedia(NARROW) ? (
    <main className={styles.narrow} inert={parts.inert} data-panels="narrow">
      <div className={styles.sides} data-part="sides">
        <PanelTabs
          label={texts.blockOrInspector}
          panels={[...(guide ? [{ id: 'guide' as const, name: texts.guide, content: guide }] : []), ...sides]}
          key={guide ? 'guided' : 'free'}
        />
      </div>
      <Panel name={texts.lanesAndConflicts}>
        <LanesPanel conflicts={parts.conflicts} />
      </Panel>
    </main>
  ) : (
    <WidePanels
      {...parts}
      guided={Boolean(guide)}
      left={guide || block}
      right={guide ? <PanelTabs label={texts.blockOrInspector} panels={sides} /> : inspector}
      conflicts={conflicts}
    />
  );
}

interface WideParts extends Pick<PanelParts, 'wideBlock' | 'conflicts' | 'inert'> {
  readonly guided: boolean;
  readonly left: ReactNode;
  readonly right: ReactNode;
}

function WidePanels({ left, right, wideBlock, guided, conflicts, inert }: WideParts) {
  const ref = useRef<HTMLElement>(null);
  const sizes = usePanelSizes(ref);
  return (
    <main
      className={styles.panels}
      data-wide={wideBlock}
      data-guided={guided}
      data-panels="wide"
      ref={ref}
      inert={inert}
    >
      <div className={styles.block} data-part="block">
        {left}
      </div>
      <Separator className={styles.leftEdge} label={texts.widthOfTheBlock} side="left" size="left" sizes={sizes} />
      <div className={styles.lanes} data-part="lanes">
        <Panel name={texts.lanes}>
          <LanesPanel />
        </Panel>
      </div>
      <Separator className={styles.split} label={texts.heightOfTheLanes} side="top" size="split" sizes={sizes} />
      <div className={styles.conflicts} data-part="conflicts">
        {conflicts}
      </div>
      <Separator
        className={styles.rightEdge}
        label={texts.widthOfTheInspector}
        side="right"
        size="right"
        sizes={sizes}
      />
      <div className={styles.inspector} data-part="inspector">
        {right}
      </div>
    </main>
  );
}

function Panel({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={name}>
      <ErrorBoundary name={texts.thePanel(name)}>{children}</ErrorBoundary>
    </section>
  );
}
