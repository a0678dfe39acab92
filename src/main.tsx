import { del, get, set, update } from 'idb-keyval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createRunner } from './drivers/measured/create-runner.ts';
import type { App as AppState, ViewState } from './store/app.ts';
import { readOpened, withOpened } from './store/browsing/entry.ts';
import { keepInHistory } from './store/browsing/keep-in-history.ts';
import { createBrowserClock } from './store/clock.ts';
import { createApp } from './store/create-app.ts';
import { createSavedDocuments, type SavedDocuments, type ScenarioCodec } from './store/saved-documents.ts';
import { createMemoryTextStorage, tabStorage, type TextStorage } from './store/tab-storage.ts';
import { createLockClaims, createMarkClaims } from './store/tabs/document-claims.ts';
import { type Lost, restoreDocument } from './store/tabs/restore-document.ts';
import { App } from './ui/app/App.tsx';
import { readSetting, writeSetting } from './ui/common/local-setting.ts';
import { notifyNotFetched } from './ui/common/notify-not-fetched.ts';
import { saveFile } from './ui/common/save-file.ts';
import { readFile } from './ui/files/read-file.ts';
import { AppProvider } from './ui/common/app-context.tsx';
import { buildBlock } from './workloads/build-block.ts';
import { mixedDefi } from './workloads/examples/mixed-defi.ts';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';

const THEME = 'lanewise/theme';
const codec: ScenarioCodec = {
  toText: async (scenario) => (await import('./formats/scenario-file.ts')).scenarioToText(scenario),
  fromText: async (text) => (await import('./formats/scenario-file.ts')).scenarioFromText(text),
};

/** `?embed`: a picture in somebody's article or slides. It keeps nothing in storage and takes nothing from there. */
const search = new URLSearchParams(location.search);
const embedded = search.has('embed');

/** Documents in this browser's storage. Null: nothing is kept, and nothing taken from there. */
function openStorage(tab: TextStorage): SavedDocuments | null {
  if (embedded) return null;
  const claims = 'locks' in navigator ? createLockClaims(navigator.locks) : createMarkClaims(tab, window);
  return createSavedDocuments({ get, set, update, delete: del }, codec, claims);
}

/** What could not be read is offered as it is, before it is forgotten. */
async function tellNotRestored(app: AppState, documents: SavedDocuments | null, lost: Lost): Promise<void> {
  const text = (await documents?.textOf(lost.key).catch(() => null)) ?? null;
  const { error } = lost;
  app.notify({
    kind: 'error',
    title: 'Your last document could not be brought back',
    message: `${error instanceof Error ? error.message : error} The first example is open instead; other documents are in the scenario menu.`,
    ...(text !== null && {
      action: { label: 'Save what is left of it', run: () => saveFile('damaged.lanewise.json', text) },
    }),
  });
}

/** Unlike `crypto.randomUUID` this also works where the page comes over plain http, as in a workshop's local network. */
function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

function chosenTheme(): ViewState['theme'] {
  const theme = embedded ? search.get('theme') : readSetting(THEME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/**
 * What the address asks for, unless it is a document that this visit has opened already: after a reload that is there with all
 * that was changed in it, and isn't opened a second time. Back at its address it comes back as it was left.
 */
async function followAddress(app: AppState, arriving: boolean): Promise<void> {
  const { hash } = location;
  if (hash.length < 2) return;
  const before = embedded ? null : readOpened(history.state);
  if (before?.hash === hash) {
    const { key } = before;
    if (!arriving && key !== null && key !== app.document.getState().key) await app.openRecent(key);
    return;
  }
  try {
    const { openAddress } = await import('./store/open-address.ts');
    const opened = await openAddress(app, hash, async (text) => {
      const { ownLessons } = await import('./ui/lessons/lesson-library.ts');
      return ownLessons.add(text);
    });
    // Unless another address has come meanwhile.
    if (opened && location.hash === hash) {
      history.replaceState(withOpened(history.state, { hash, key: app.document.getState().key }), '');
    }
  } catch (error) {
    notifyNotFetched(app, error);
  }
}

/** What a lesson's link will want, all at once: else one part would be asked for only when another has come. */
function fetchAhead(): void {
  const [, id] = /^#lesson=([\w-]+)$/.exec(location.hash) ?? [];
  if (id === undefined) return;
  const wanted = [
    import('./store/open-address.ts'),
    import('./ui/lessons/LessonPanel.tsx'),
    import('./workloads/examples/index.ts'),
    import('./ui/lessons/lesson-library.ts').then(({ findLesson }) => findLesson(id)),
  ];
  // What can't be fetched is told when it is wanted.
  for (const part of wanted) part.catch(() => {});
}

async function start(): Promise<AppState> {
  // Before anything is waited for: its worker has as much to load as the page has.
  const runner = createRunner();
  fetchAhead();
  const tab = embedded ? createMemoryTextStorage() : tabStorage();
  const documents = openStorage(tab);
  const today = (): number => Date.now();
  const { document, lost } = await restoreDocument({ documents, tab, newKey, today, example: mixedDefi.scenario });
  const app = createApp({
    runner,
    build: buildBlock,
    clock: createBrowserClock(),
    initial: document,
    documents,
    codec,
    tab,
    offerFile: saveFile,
    readFile,
    examples: async () => (await import('./workloads/examples/index.ts')).EXAMPLES,
    newKey,
    today,
    theme: chosenTheme(),
    onTheme: (theme) => embedded || writeSetting(THEME, theme),
  });
  if (lost) await tellNotRestored(app, documents, lost);
  const follow = (arriving: boolean): Promise<void> => followAddress(app, arriving);
  // In somebody's article Back is the article's.
  if (!embedded) await keepInHistory(app, window, follow);
  else {
    window.addEventListener('hashchange', () => void follow(false));
    await follow(true);
  }
  return app;
}

/** Once the first picture stands, so that nothing of it is held up. */
function keepForOffline(app: AppState): void {
  if (embedded || !import.meta.env.PROD) return;
  let touched = false;
  for (const kind of ['pointerdown', 'keydown']) {
    addEventListener(kind, () => (touched = true), { once: true, capture: true });
  }
  const stop = app.run.subscribe(({ status }) => {
    if (status === 'analysing' || status === 'running') return;
    stop();
    setTimeout(async () => {
      const { startOffline } = await import('./offline/start-offline.ts');
      await startOffline(app, () => !touched);
    }, OFFLINE_AFTER_MS);
  });
}

/** After the parts that the next clicks want. */
const OFFLINE_AFTER_MS = 2_000;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
const reactRoot = createRoot(root);
start().then(async (app) => {
  window.addEventListener('pagehide', () => void app.saved());
  keepForOffline(app);
  const Page = embedded ? (await import('./ui/sharing/EmbedView.tsx')).EmbedView : App;
  reactRoot.render(
    <StrictMode>
      <AppProvider app={app}>
        <Page />
      </AppProvider>
    </StrictMode>,
  );
});
