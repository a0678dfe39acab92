import { Tooltip } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { App } from '../../store/app.ts';
import { createBrowserClock } from '../../store/clock.ts';
import { createApp } from '../../store/create-app.ts';
import { createMemoryTextStorage } from '../../store/tab-storage.ts';
import { cardsOnLanes } from '../../store/edits.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { BlockPanel } from '../block/BlockPanel.tsx';
import { AppProvider } from '../common/app-context.tsx';
import { Board } from './Board.tsx';
import { DragScope } from './DragScope.tsx';
import '../theme/tokens.css';
import '../theme/base.css';

export interface TestPage {
  readonly app: App;
  /** The lanes as drawn, by index: `2 4 | 3 |  | `. */
  readonly drawn: () => string;
  /** Ids in block order. */
  readonly order: () => string;
  readonly close: () => void;
}

/** Block and board side by side with a real app behind them, on real executions; for tests in a browser. */
export async function openTestPage(scenario: Scenario): Promise<TestPage> {
  const refused = () => Promise.reject(new Error('this test opens no files'));
  const app = createApp({
    runner: createLocalRunner(),
    build: buildBlock,
    clock: createBrowserClock(),
    initial: { key: 'test', scenario },
    documents: null,
    tab: createMemoryTextStorage(),
    readFile: refused,
    codec: { toText: async () => '', fromText: async () => scenario },
    offerFile: () => {},
    examples: () => Promise.resolve([]),
    newKey: () => 'other',
    today: () => 0,
    theme: 'dark',
    onTheme: () => {},
  });
  app.setLanesView('board');
  document.documentElement.lang = 'en';
  const host = document.createElement('main');
  host.style.cssText = 'display: grid; grid-template-columns: 300px 700px; height: 640px';
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    <AppProvider app={app}>
      <Tooltip.Provider>
        <DragScope>
          <section aria-label="Block" style={{ minHeight: 0 }}>
            <BlockPanel />
          </section>
          <section aria-label="Lanes" style={{ minHeight: 0, height: 400 }}>
            <Board />
          </section>
        </DragScope>
      </Tooltip.Provider>
    </AppProvider>,
  );
  await new Promise<void>((resolve) => {
    const check = (): void => {
      const { analysis, status } = app.run.getState();
      if (analysis && status !== 'analysing' && status !== 'running') resolve();
      else setTimeout(check, 20);
    };
    check();
  });
  // What the page fetches once a pointer moves.
  window.dispatchEvent(new PointerEvent('pointermove'));
  await import('./pointer-drags.ts');
  const indexOf = (id: string): number => app.document.getState().scenario.transactions.findIndex((tx) => tx.id === id);
  return {
    app,
    drawn: () =>
      cardsOnLanes(app.document.getState().scenario)
        .map((ids) => ids.map(indexOf).join(' '))
        .join(' | '),
    order: () =>
      app.document
        .getState()
        .scenario.transactions.map(({ id }) => id)
        .join(' '),
    close() {
      root.unmount();
      host.remove();
      app.dispose();
    },
  };
}
