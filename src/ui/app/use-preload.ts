import { useEffect } from 'react';
import { useApp } from '../common/app-context.tsx';

/** Once the first picture stands, fetches what the next clicks will want. */
export function usePreload(): void {
  const app = useApp();
  useEffect(() => {
    let done = false;
    const unsubscribe = app.run.subscribe(({ status }) => {
      if (done || status !== 'done') return;
      done = true;
      setTimeout(() => {
        void import('../inspector/TxInspector.tsx');
        void import('../board/Board.tsx');
        void import('../topbar/ScenarioMenu.tsx');
      }, 200);
    });
    return unsubscribe;
  }, [app]);
}
