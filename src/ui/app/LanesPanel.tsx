import { Tabs } from 'radix-ui';
import { lazy, Suspense } from 'react';
import { useApp, useView } from '../common/app-context.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import styles from './Panels.module.css';

const Board = lazy(() => import('../board/Board.tsx').then((m) => ({ default: m.Board })));

/** The centre's upper half: the board, to put cards into lanes, or the timeline, to see what came of it. */
export function LanesPanel() {
  const app = useApp();
  const view = useView((state) => state.lanesView);
  return (
    <Tabs.Root
      className={styles.tabbed}
      value={view}
      onValueChange={(next) => app.setLanesView(next === 'board' ? 'board' : 'timeline')}
    >
      <Tabs.List className={styles.tabs} aria-label="Lanes">
        <Tabs.Trigger className={styles.tab} value="timeline">
          Timeline
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="board">
          Board
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.tabPanel} value="timeline" tabIndex={-1}>
        <Timeline />
      </Tabs.Content>
      <Tabs.Content className={styles.tabPanel} value="board" tabIndex={-1}>
        <Suspense>
          <Board />
        </Suspense>
      </Tabs.Content>
    </Tabs.Root>
  );
}
