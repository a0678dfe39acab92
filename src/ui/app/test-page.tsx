import { createRoot } from 'react-dom/client';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import type { Runner } from '../../drivers/runner.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { App as AppState } from '../../store/app.ts';
import { createBrowserClock } from '../../store/clock.ts';
import { createApp } from '../../store/create-app.ts';
import { createMemoryTextStorage } from '../../store/tab-storage.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { AppProvider } from '../common/app-context.tsx';
import { readFile } from '../files/read-file.ts';
import { App } from './App.tsx';
import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';

export interface TestPage {
  readonly app: AppState;
  /** Files offered for keeping so far. */
  readonly offered: readonly { readonly name: string; readonly text: string }[];
  /** Resolves once the run on the screen is the document's. */
  readonly upToDate: () => Promise<void>;
  readonly close: () => void;
}

/** The whole page on real executions, with nothing kept; for tests in a browser. A measured run needs the page's own runner. */
export async function openTestPage(
  scenario: Scenario = EXAMPLES[0].scenario(),
  runner: Runner = createLocalRunner(),
): Promise<TestPage> {
  const offered: { name: string; text: string }[] = [];
  const app = createApp({
    runner,
    build: buildBlock,
    clock: createBrowserClock(),
    initial: { key: 'test', scenario },
    documents: null,
    tab: createMemoryTextStorage(),
    readFile,
    codec: { toText: async ({ title }) => title, fromText: async () => scenario },
    offerFile: (name, text) => offered.push({ name, text }),
    examples: () => Promise.resolve(EXAMPLES),
    newKey: () => 'other',
    today: () => 0,
    theme: 'dark',
    onTheme: () => {},
  });
  document.documentElement.lang = 'en';
  document.title = 'Lanewise';
  const host = document.createElement('div');
  host.style.cssText = 'position: fixed; inset: 0; overflow: auto';
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    <AppProvider app={app}>
      <App />
    </AppProvider>,
  );
  const upToDate = async (): Promise<void> => {
    const { status, stale } = app.run.getState();
    if (status === 'done' && !stale) return;
    await new Promise((soon) => setTimeout(soon, 20));
    await upToDate();
  };
  await upToDate();
  return {
    app,
    offered,
    upToDate,
    close() {
      root.unmount();
      host.remove();
      app.dispose();
    },
  };
}
