import { del, get, set } from 'idb-keyval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createRunner } from './drivers/measured/create-runner.ts';
import type { App as AppState, ViewState } from './store/app.ts';
import { createBrowserClock } from './store/clock.ts';
import { createApp } from './store/create-app.ts';
import type { OpenDocument } from './store/document.ts';
import { createSavedDocuments, type SavedDocuments, type ScenarioCodec } from './store/saved-documents.ts';
import { App } from './ui/app/App.tsx';
import { saveFile } from './ui/common/save-file.ts';
import { readFile } from './ui/files/read-file.ts';
import { AppProvider } from './ui/common/app-context.tsx';
import { buildBlock } from './workloads/build-block.ts';
import { EXAMPLES } from './workloads/examples/index.ts';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';

const THEME = 'lanewise/theme';
const codec: ScenarioCodec = {
  toText: async (scenario) => (await import('./formats/scenario-file.ts')).scenarioToText(scenario),
  fromText: async (text) => (await import('./formats/scenario-file.ts')).scenarioFromText(text),
};

/** The document open last; the first example for a new visitor, or when storage can't give it back. */
async function restore(documents: SavedDocuments): Promise<{ document: OpenDocument; problem: string | null }> {
  try {
    const document = await documents.last();
    if (document) return { document, problem: null };
  } catch (error) {
    return { document: firstExample(), problem: error instanceof Error ? error.message : String(error) };
  }
  return { document: firstExample(), problem: null };
}

function firstExample(): OpenDocument {
  return { key: crypto.randomUUID(), scenario: EXAMPLES[0].scenario() };
}

function chosenTheme(): ViewState['theme'] {
  const theme = localStorage.getItem(THEME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

async function start(): Promise<AppState> {
  const documents = createSavedDocuments({ get, set, delete: del }, codec);
  const { document, problem } = await restore(documents);
  const app = createApp({
    runner: createRunner(),
    build: buildBlock,
    clock: createBrowserClock(),
    initial: document,
    documents,
    codec,
    offerFile: saveFile,
    readFile,
    examples: () => Promise.resolve(EXAMPLES),
    newKey: () => crypto.randomUUID(),
    today: () => Date.now(),
    theme: chosenTheme(),
    onTheme: (theme) => localStorage.setItem(THEME, theme),
  });
  if (problem !== null) {
    app.notify({
      kind: 'error',
      title: 'Your last document could not be brought back',
      message: `${problem} The first example is open instead; the other documents are in the scenario menu.`,
    });
  }
  return app;
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
const reactRoot = createRoot(root);
start().then((app) => {
  window.addEventListener('pagehide', () => void app.saved());
  reactRoot.render(
    <StrictMode>
      <AppProvider app={app}>
        <App />
      </AppProvider>
    </StrictMode>,
  );
});
