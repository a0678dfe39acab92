import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Panels.module.css';

/** Panels that share a place, one visible at a time. */
export function PanelTabs({ label, panels }: { label: string; panels: Readonly<Record<string, ReactNode>> }) {
  const names = Object.keys(panels);
  return (
    <Tabs.Root className={styles.tabbed} defaultValue={names[0] ?? ''}>
      <Tabs.List className={styles.tabs} aria-label={label}>
        {names.map((name) => (
          <Tabs.Trigger key={name} className={styles.tab} value={name}>
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {names.map((name) => (
        <Tabs.Content key={name} className={styles.tabPanel} value={name} tabIndex={-1}>
          {panels[name]}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
