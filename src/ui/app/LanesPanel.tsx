import { type ReactNode, useState } from 'react';
import { app as texts } from '#texts/app.ts';
import { late } from '../common/late.tsx';
import { useApp, useView } from '../common/app-context.tsx';
import { Tabs, type TabItem } from '../common/Tabs.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { TAB_CLASSES } from './PanelTabs.tsx';

const Board = late(() => import('../board/Board.tsx').then((m) => m.Board));

const TIMELINE: TabItem = { value: 'timeline', label: texts.timeline, content: <Timeline /> };
const BOARD: TabItem = {
  value: 'board',
  label: texts.board,
  content: <Board />,
};

/**
 * The board, to put cards into lanes, or the timeline, to see what came of it. Where room is short the conflicts are a third
 * tab; whatever brings up the board or the timeline puts them away.
 */
export function LanesPanel({ conflicts }: { conflicts?: ReactNode }) {
  const app = useApp();
  const view = useView((state) => state.lanesView);
  /** Which view was there when the conflicts were chosen: once it is another, they give way. */
  const [instead, setInstead] = useState<typeof view | null>(null);
  const third = conflicts === undefined ? [] : [{ value: 'conflicts', label: texts.conflicts, content: conflicts }];
  const choose = (next: string): void => {
    setInstead(next === 'conflicts' ? view : null);
    if (next === 'board' || next === 'timeline') app.setLanesView(next);
  };
  return (
    <Tabs
      label={texts.lanes}
      tabs={[TIMELINE, BOARD, ...third]}
      value={third.length > 0 && instead === view ? 'conflicts' : view}
      onChange={choose}
      classes={TAB_CLASSES}
    />
  );
}
