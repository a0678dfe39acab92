import { Tabs } from 'radix-ui';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useApp, useView } from '../common/app-context.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import styles from './Panels.module.css';

const Board = lazy(() => import('../board/Board.tsx').then((m) => ({ default: m.Board })));

/**
 * The board, to put cards into lanes, or the timeline, to see what came of it. Where room is short the conflicts are a third
 * tab; whatever brings up the board or the timeline puts them away.
 */
export function LanesPanel({ conflicts }: { conflicts?: ReactNode }) {
  const app = useApp();
  const view = useView((state) => state.lanesView);
  /** Which view was there when the conflicts were chosen: once it is another, they give way. */
  const [instead, setInstead] = useState<typeof view | null>(null);
  const value = conflicts !== undefined && instead === view ? 'conflicts' : view;
  const choose = (next: string): void => {
    setInstead(next === 'conflicts' ? view : null);
    if (next === 'board' || next === 'timeline') app.setLanesView(next);
  };
  return (
    <Tabs.Root className={styles.tabbed} value={value} onValueChange={choose}>
      <Tabs.List className={styles.tabs} aria-label="Lanes">
        <Tab value="timeline">Timeline</Tab>
        <Tab value="board">Board</Tab>
        {conflicts !== undefined && <Tab value="conflicts">Conflicts</Tab>}
      </Tabs.List>
      <TabPanel value="timeline">
        <Timeline />
      </TabPanel>
      <TabPanel value="board">
        <Suspense>
          <Board />
        </Suspense>
      </TabPanel>
      {conflicts !== undefined && <TabPanel value="conflicts">{conflicts}</TabPanel>}
    </Tabs.Root>
  );
}

function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Trigger className={styles.tab} value={value}>
      {children}
    </Tabs.Trigger>
  );
}

function TabPanel({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Content className={styles.tabPanel} value={value} tabIndex={-1}>
      {children}
    </Tabs.Content>
  );
}
