import { createStore } from 'zustand/vanilla';
import { store as texts } from '#texts/store.ts';
import type { Runner } from '../drivers/runner.ts';
import type { TxIndex } from '../model/ids.ts';
import { txIndex } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Example } from '../workloads/examples/example.ts';
import { type App, GUIDE_KEY, type Guard, type ViewState } from './app.ts';
import { createAutosave } from './autosave.ts';
import type { Clock } from './clock.ts';
import { type BuildBlock, createDocument, type OpenDocument } from './document.ts';
import { initialView } from './initial-view.ts';
import { toggleMark } from './marks.ts';
import { createNotices } from './notices.ts';
import { createPlayback } from './playback.ts';
import { createRunControl } from './run-control.ts';
import { createNewScenario } from './new-scenario.ts';
import type { SavedDocuments, ScenarioCodec } from './saved-documents.ts';
import type { TextStorage } from './tab-storage.ts';
import { writeTabDocument } from './tabs/tab-document.ts';
import { createVisitMemory } from './visit-memory.ts';

/** All that the app needs from outside; a test passes its own. */
export interface AppDeps {
  readonly runner: Runner;
  readonly build: BuildBlock;
  readonly clock: Clock;
  /** The document to begin with, and its key in storage. */
  readonly initial: OpenDocument;
  /** Null: nothing is saved. */
  readonly documents: SavedDocuments | null;
  /** Reads a file of any format known. Throws an Error whose message says what is wrong, where, and what to do. */
  readonly readFile: (file: Blob, name: string) => Promise<Scenario>;
  readonly codec: ScenarioCodec;
  /** Lasts as long as the tab. */
  readonly tab: TextStorage;
  /** Lets the user keep `text` as a file. */
  readonly offerFile: (name: string, text: string) => void;
  readonly examples: () => Promise<readonly Example[]>;
  /** A key that no document has yet. */
  readonly newKey: () => string;
  /** Milliseconds since 1970. */
  readonly today: () => number;
  readonly theme: ViewState['theme'];
  /** Called when the user chooses a theme. */
  readonly onTheme: (theme: ViewState['theme']) => void;
}

export function createApp(deps: AppDeps): App {
  const { clock } = deps;
  let guard: Guard | null = null;
  const mayChange: Guard['mayChange'] = (before, after) => guard?.mayChange(before, after) ?? true;
  const document = createDocument(deps.initial, deps.build, clock, mayChange);
  const notices = createNotices();
  const run = createRunControl(deps.runner, document.store, clock);
  const view = createStore<ViewState>(() => initialView(deps.theme));
  const playback = createPlayback(run.store, view, clock);
  const saveFile = async (): Promise<void> => {
    const { scenario } = document.store.getState();
    deps.offerFile(fileName(scenario.title), await deps.codec.toText(scenario));
  };
  const autosave =
    deps.documents &&
    createAutosave(document.store, deps.documents, clock, {
      today: deps.today,
      // Not before: a reload brings back what is there.
      onSaved: (key) => writeTabDocument(deps.tab, { key, from: key }),
      onFailure: (error) =>
        notices.notify({
          kind: 'error',
          title: texts.changesAreNotBeingSaved,
          message: texts.theDocumentStaysOpenHere(describeStorageError(error)),
          action: { label: texts.saveAsFile, run: () => void saveFile() },
        }),
    });

  // The picture follows a measured run as it fills, and shows the end of one that has just finished.
  const unsubscribeRun = run.store.subscribe((state, before) => {
    if (state.events === before.events) return;
    playback.pause();
    playback.seek(Infinity);
  });

  // What guides makes its documents again; a reload brings back the one before.
  const unsubscribeTab = document.store.subscribe(({ key, scenario }, before) => {
    if (scenario !== before.scenario && !key.startsWith(GUIDE_KEY)) deps.documents?.show(key);
  });

  // Indices change when cards move; the selection stays with the cards.
  const unsubscribeDocument = document.store.subscribe(({ key, scenario }, before) => {
    if (key !== before.key) view.setState({ selected: [], hovered: null, location: null });
    if (key !== before.key || scenario.transactions === before.scenario.transactions) return;
    const { selected } = view.getState();
    view.setState({ selected: followCards(selected, before.scenario, scenario), hovered: null });
  });

  /** Reading takes time: of several documents asked for, the last one is wanted. */
  let opening = 0;
  const open = (scenario: Scenario, key = deps.newKey()): void => {
    document.open(texts.open(scenario.title || 'a document'), { key, scenario });
  };

  return {
    document: document.store,
    run: run.store,
    view,
    notices: notices.store,
    visit: createVisitMemory(deps.tab),

    edit: document.edit,
    undo: document.undo,
    redo: document.redo,
    open,
    setGuard(next) {
      guard = next;
    },
    hold: run.hold,
    async openFile(file, name) {
      const mine = ++opening;
      try {
        const scenario = await deps.readFile(file, name);
        checkTransactions(scenario, deps.build);
        if (mine === opening) open(scenario);
      } catch (error) {
        notices.notify({ kind: 'error', title: texts.couldNotBeOpened(name), message: messageOf(error) });
      }
    },
    async recent() {
      const all = await deps.documents?.list().catch(() => []);
      return (all ?? []).filter(({ key }) => key !== document.store.getState().key);
    },
    async openRecent(key) {
      if (!deps.documents) return;
      const mine = ++opening;
      try {
        const isOurs = await deps.documents.take(key);
        const scenario = await deps.documents.load(key);
        if (mine !== opening) return;
        open(scenario, isOurs ? key : deps.newKey());
        if (!isOurs) notices.notify({ kind: 'info', title: texts.aCopyIsOpen, message: texts.anotherTabHasIt });
      } catch (error) {
        notices.notify({ kind: 'error', title: texts.thatDocumentCouldNotBe, message: messageOf(error) });
      }
    },

    examples: deps.examples,
    openNew: () => open(createNewScenario()),
    saveFile,

    notify: notices.notify,
    dismiss: notices.dismiss,

    startRun() {
      if (guard && !guard.mayRun()) return;
      view.setState({ lanesView: 'timeline' });
      run.start();
    },
    cancelRun: run.cancel,
    compare: deps.runner.compare,
    analyse: deps.runner.analyse,
    trace: deps.runner.trace,

    select: (selected) => view.setState({ selected }),
    selectLocation(location) {
      view.setState(({ marks }) => ({ location, marks: location === null ? marks : toggleMark(marks, { location }) }));
    },
    mark: (target) => view.setState(({ marks }) => ({ marks: toggleMark(marks, target) })),
    setMarks: (marks) => view.setState({ marks }),
    setLocked: (locked) => view.setState({ locked }),
    hover(hovered) {
      if (!sameTarget(hovered, view.getState().hovered)) view.setState({ hovered });
    },
    seek(time) {
      playback.pause();
      playback.seek(time);
    },
    play: playback.play,
    pause: playback.pause,
    step: playback.step,
    setSpeed: (speed) => view.setState({ speed }),
    setPace(pace) {
      playback.pause();
      view.setState({ pace });
    },
    setTheme(theme) {
      view.setState({ theme });
      deps.onTheme(theme);
    },
    setLanesView: (lanesView) => view.setState({ lanesView }),
    show: (screen) => view.setState({ screen }),
    bring: (panel) => view.setState(({ front }) => ({ front: { panel, times: (front?.times ?? 0) + 1 } })),
    setGuide: (guide) => view.setState({ guide, progress: null, front: null }),
    tellProgress: (progress) => view.setState({ progress }),
    setRoom: (room) => view.setState({ room }),
    setStage: (stage) => view.setState({ stage }),
    setHelp: (help) => view.setState({ help }),
    print: (printing) => view.setState({ printing }),
    saved: async () => autosave?.flush(),
    dispose() {
      unsubscribeRun();
      unsubscribeDocument();
      unsubscribeTab();
      void autosave?.flush();
      autosave?.dispose();
      playback.dispose();
      run.dispose();
      deps.runner.dispose();
    },
  };
}

/** `Mixed DeFi block` → `mixed-defi-block.lanewise.json` */
function fileName(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['block'];
  return `${words.join('-')}.lanewise.json`;
}

function followCards(selected: readonly TxIndex[], before: Scenario, after: Scenario): readonly TxIndex[] {
  if (selected.length === 0) return selected;
  const indexOf = new Map(after.transactions.map(({ id }, i) => [id, txIndex(i)]));
  return selected.flatMap((tx) => {
    const id = before.transactions[tx]?.id;
    const now = id === undefined ? undefined : indexOf.get(id);
    return now === undefined ? [] : [now];
  });
}

function sameTarget(a: ViewState['hovered'], b: ViewState['hovered']): boolean {
  if (a === null || b === null) return a === b;
  if ('tx' in a) return 'tx' in b && a.tx === b.tx;
  return 'location' in b && a.location === b.location;
}

function describeStorageError(error: unknown): string {
  if (error instanceof Error && error.name === 'QuotaExceededError') return texts.thisBrowsersStorageIsFull;
  return texts.thisBrowsersStorageRefusedThe(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file whose transactions can't be made into calls isn't opened: nothing of it could run, and the document on screen stays. */
function checkTransactions(scenario: Scenario, build: BuildBlock): void {
  const wrong = build(scenario).problems.filter(({ tx, blocking }) => blocking && tx !== null);
  const [first] = wrong;
  if (!first) return;
  const others = wrong.length > 1 ? texts.moreLikeIt(wrong.length - 1) : '';
  throw new Error(
    `${first.message}${others}. Correct the file and open it again; the document on screen is as it was.`,
  );
}
