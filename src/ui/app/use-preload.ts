import { useEffect } from 'react';
import { useApp } from '../common/app-context.tsx';

/** What can still be wanted; most likely first. */
const LATER: readonly (() => Promise<unknown>)[] = [
  () => import('../inspector/TxInspector.tsx'),
  () => import('../transport/Caption.tsx'),
  () => import('../../formats/scenario-file.ts'), // The first edit is saved with it.
  () => import('../board/Board.tsx'),
  () => import('../topbar/ScenarioMenu.tsx'),
  () => import('../block/TransactionDialog.tsx'),
  () => import('../block/GeneratorDialog.tsx'),
  () => import('../block/CardMenu.tsx'),
  () => import('../topbar/OptionsPopover.tsx'),
  () => import('../topbar/EngineMenu.tsx'),
  () => import('../engines/EnginePanel.tsx'),
  () => import('../block/AccountsTab.tsx'),
  () => import('../block/ContractsTab.tsx'),
  () => import('../figures/DifferencesDialog.tsx'),
  () => import('../measured/MeasuredFigures.tsx'),
  () => import('../topbar/LearnMenu.tsx'),
  () => import('../topbar/MoreMenu.tsx'),
  () => import('../topbar/HelpDialog.tsx'),
  () => import('../handout/Handout.tsx'),
  () => import('../stage/Stage.tsx'),
  () => import('../lessons/LessonList.tsx'),
  () => import('../lessons/LessonPanel.tsx'),
  () => import('../lessons/GlossaryView.tsx'),
  () => import('../lessons/TermPopover.tsx'),
  () => import('../puzzles/PuzzleList.tsx'),
  () => import('../puzzles/PuzzlePanel.tsx'),
  () => import('../sharing/SharePopover.tsx'),
  () => import('../sharing/QrDialog.tsx'),
  () => import('../../store/open-address.ts'),
  () => import('../../formats/share-link/share-link.ts'),
  () => import('../compare/CompareView.tsx'),
  () => import('../../workloads/examples/index.ts'),
  () => import('../../formats/read-document.ts'),
];

/** Once the first picture stands, fetches what the next clicks will want, one after another: then no server is needed. */
export function usePreload(): void {
  const app = useApp();
  useEffect(() => {
    let done = false;
    const unsubscribe = app.run.subscribe(({ status }) => {
      if (done || status !== 'done') return;
      done = true;
      setTimeout(fetchLater, 200);
    });
    return unsubscribe;
  }, [app]);
}

async function fetchLater(): Promise<void> {
  try {
    for (const fetch of LATER) {
      await idle();
      await fetch();
    }
  } catch {
    // Who wants the part then is told why it isn't there.
  }
}

/** On a slow machine what is fetched ahead must not stand in the way of the user's first clicks. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such call.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 20);
  });
}
