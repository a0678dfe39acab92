import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Runner } from './drivers/runner.ts';
import { createBrowserClock } from './store/clock.ts';
import { createApp } from './store/create-app.ts';
import { createNewScenario } from './store/new-scenario.ts';
import { App } from './ui/app/App.tsx';
import { AppProvider } from './ui/common/app-context.tsx';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';

const missing = { kind: 'failed', message: 'There is no runner yet.' } as const;
const runner: Runner = {
  analyse: () => ({ outcome: Promise.resolve(missing), cancel() {} }),
  run: () => ({ outcome: Promise.resolve(missing), cancel() {} }),
  dispose() {},
};

const app = createApp({
  runner,
  build: () => ({ block: null, problems: [] }),
  clock: createBrowserClock(),
  initial: { key: crypto.randomUUID(), scenario: createNewScenario() },
  documents: null,
  readFile: () => Promise.reject(new Error('Files can’t be read yet.')),
  newKey: () => crypto.randomUUID(),
  today: () => Date.now(),
  theme: 'system',
  onTheme: () => {},
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <AppProvider app={app}>
      <App />
    </AppProvider>
  </StrictMode>,
);
