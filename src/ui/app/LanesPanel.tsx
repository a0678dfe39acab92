import { Board } from '../board/Board.tsx';
import { useView } from '../common/app-context.tsx';
import { Timeline } from '../timeline/Timeline.tsx';

/** The centre's upper half: the board before a run, the timeline during and after it. */
export function LanesPanel() {
  const view = useView((s) => s.lanesView);
  return view === 'board' ? <Board /> : <Timeline />;
}
