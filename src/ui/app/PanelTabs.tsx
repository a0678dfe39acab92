import { type ReactNode, useEffect, useState } from 'react';
import { useView } from '../common/app-context.tsx';
import { Tabs } from '../common/Tabs.tsx';
import styles from './Panels.module.css';
import { useChosenCard } from './use-chosen-card.ts';

export const TAB_CLASSES = { root: styles.tabbed, list: styles.tabs, tab: styles.tab, panel: styles.tabPanel };

export interface PanelTab {
  readonly id: 'guide' | 'block' | 'inspector';
  readonly name: string;
  readonly content: ReactNode;
}

/** Panels that share a place, one visible at a time: the one chosen last, here or by what guides. */
export function PanelTabs({ label, panels }: { label: string; panels: readonly PanelTab[] }) {
  const tabs = panels.map(({ id, name, content }) => ({ value: id, label: name, content, kept: id === 'guide' }));
  const [value, setValue] = useState<string>(tabs[0]?.value ?? '');
  const front = useView((state) => state.front);
  useEffect(() => {
    // What guides isn't to hide itself.
    const guided = panels.some(({ id }) => id === 'guide');
    if (front && panels.some(({ id }) => id === front.panel) && !(guided && front.panel !== 'guide'))
      setValue(front.panel);
    // Once each time it is asked for: afterwards the choice is the user's.
  }, [front]);
  useChosenCard(() => {
    // Whoever follows a lesson goes on reading.
    if (value !== 'guide' && panels.some(({ id }) => id === 'inspector')) setValue('inspector');
  });
  return <Tabs label={label} tabs={tabs} value={value} onChange={setValue} classes={TAB_CLASSES} />;
}
