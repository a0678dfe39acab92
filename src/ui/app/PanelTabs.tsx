import { type ReactNode, useState } from 'react';
import { Tabs } from '../common/Tabs.tsx';
import styles from './Panels.module.css';

export const TAB_CLASSES = { root: styles.tabbed, list: styles.tabs, tab: styles.tab, panel: styles.tabPanel };

/** Panels that share a place, one visible at a time. */
export function PanelTabs({ label, panels }: { label: string; panels: Readonly<Record<string, ReactNode>> }) {
  const tabs = Object.entries(panels).map(([name, content]) => ({ value: name, label: name, content }));
  const [value, setValue] = useState(tabs[0]?.value ?? '');
  return <Tabs label={label} tabs={tabs} value={value} onChange={setValue} classes={TAB_CLASSES} />;
}
