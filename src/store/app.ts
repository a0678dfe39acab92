import type { StoreApi } from 'zustand/vanilla';
import type { Answer } from '../lessons/answer.ts';
import type { BlockAnalysis, Refusal, Runner, RunProgress } from '../drivers/runner.ts';
import type { Block } from '../model/block.ts';
import type { RunEvent } from '../model/events.ts';
import type { TxIndex } from '../model/ids.ts';
import type { Control } from '../lessons/lesson.ts';
import type { Location } from '../model/location.ts';
import type { RunReport } from '../model/run.ts';
import type { Scenario, TxId } from '../model/scenario.ts';
import type { Example } from '../workloads/examples/example.ts';
import type { Marks, MarkTarget } from './marks.ts';
import type { VisitMemory } from './visit-memory.ts';

/** The document: edited by named functions, undone, saved. Nothing of a run is in it. */
export interface DocumentState {
  /** Its place in storage; undo of "open" goes back to the other document's. */
  readonly key: string;
  readonly scenario: Scenario;
  /** The scenario as a block, rebuilt after each edit; null while it has problems that keep it from running. */
  readonly block: Block | null;
  /** What is wrong with the scenario, by transaction where it belongs to one. */
  readonly problems: readonly Problem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo and redo would take back or bring again ("move 3 cards"). */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

export interface Problem {
  readonly tx: TxId | null;
  /** What is wrong, where, what to do. */
  readonly message: string;
  /** Nothing can be executed; otherwise the block runs, and the transaction concerned will likely be invalid in it. */
  readonly blocking: boolean;
}

/** The run that belongs to the document, or to an earlier state of it (`stale`). An event log and what was made of it. */
export interface RunState {
  readonly status: 'idle' | 'analysing' | 'running' | 'done' | 'cancelled' | 'failed' | 'refused';
  /** The document has changed since `report` or `analysis` was made. */
  readonly stale: boolean;
  readonly progress: RunProgress | null;
  /** Serial execution and conflict graph of the current block; the last one while a new one is made. */
  readonly analysis: BlockAnalysis | null;
  readonly report: RunReport | null;
  /** Log to draw: the report's, or, during a measured run, the events so far. */
  readonly events: readonly RunEvent[];
  readonly message: string | null;
  readonly refusal: Refusal | null;
  /** What `analysis` was made of. While the document differs, names and indices of a run are this one's. */
  readonly analysed: RunSubject | null;
  /** What `report` (or, during a measured run, `events`) was made of. */
  readonly subject: RunSubject | null;
}

/** The document as it was when something was computed from it. */
export interface RunSubject {
  readonly scenario: Scenario;
  readonly block: Block;
}

/** A message that stays until it is dismissed: what happened, where, what to do. */
export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  /** Offered as a button. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface NoticeState {
  readonly notices: readonly Notice[];
}

/** A document kept in storage. */
export interface RecentDocument {
  readonly key: string;
  readonly title: string;
  readonly transactions: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** A view that covers the panels; `bench` is none. */
export type Screen = 'bench' | 'compare' | 'papers' | 'lessons' | 'puzzles' | 'glossary' | 'class';

/** What guides the user through the page, in a panel of its own. */
export type Guide = { readonly kind: 'lesson'; readonly id: string } | { readonly kind: 'puzzle'; readonly id: string };

/** A class in one room that this page is in, or on its way into. */
export interface Room {
  readonly code: string;
  /** The instructor's; null for a participant. */
  readonly key: string | null;
}

/** Documents of lessons and puzzles have keys that begin so. */
export const GUIDE_KEY = 'guide/';

/** What of keeping up with the document is put off until the user runs it. */
export type Hold = 'nothing' | 'run' | 'analysis';

/** What guides may refuse an edit or a run; it says so itself. */
export interface Guard {
  mayChange(before: Scenario, after: Scenario): boolean;
  mayRun(): boolean;
}

/** How far the user is in what guides: told by its panel, heard by a class in one room. */
export type GuideProgress =
  | {
      readonly kind: 'lesson';
      readonly id: string;
      readonly title: string;
      /** From 1. */
      readonly step: number;
      readonly steps: number;
      /** Predictions locked in, and which of them came true, by id of the step. */
      readonly answers: Readonly<Record<string, Answer>>;
      readonly graded: Readonly<Record<string, boolean>>;
    }
  | {
      readonly kind: 'puzzle';
      readonly id: string;
      readonly title: string;
      /** The best so far. */
      readonly best: { readonly stars: number; readonly makespan: number; readonly optimum: number } | null;
    };

/** What a hand-out is made of: the run on the screen, or a lesson by its id. */
export type HandoutOf = 'run' | { readonly lesson: string };

/** Neither saved nor undone. */
export interface ViewState {
  /** Selected cards, in order of selection; the inspector shows the last. */
  readonly selected: readonly TxIndex[];
  /** Under the pointer or focused, in whichever view: lights up in all. */
  readonly hovered: { readonly tx: TxIndex } | { readonly location: Location } | null;
  /** The location chosen: the inspector tells of it until another is chosen or it is put away. */
  readonly location: Location | null;
  /** Moment shown, in the run's unit of time; the end when a run has just finished. */
  readonly time: number;
  readonly playing: boolean;
  /** Factor on the time in which a whole run plays back by default (8 s), or on how long an event is told. */
  readonly speed: number;
  /** Whether playback goes evenly through time, or from event to event, as long on each as it takes to read what happened. */
  readonly pace: 'even' | 'told';
  /** The event being told, by its place among the run's beats; null: the last one at the moment shown. */
  readonly beat: number | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** The centre's upper half: the board before a run (drop cards on lanes), or the timeline. */
  readonly lanesView: 'board' | 'timeline';
  readonly screen: Screen;
  readonly guide: Guide | null;
  readonly progress: GuideProgress | null;
  readonly room: Room | null;
  /** The panel brought to the front last, where several share a place, and how often any was. */
  readonly front: { readonly panel: 'guide' | 'block' | 'inspector'; readonly times: number } | null;
  readonly marks: Marks;
  /** Controls that what guides keeps locked. */
  readonly locked: ReadonlySet<Control>;
  /** Presenter mode. */
  readonly stage: boolean;
  /** The help dialog is open. */
  readonly help: boolean;
  /** What is on its way to the printer. */
  readonly printing: HandoutOf | null;
}

/**
 * What the page works with, without React: three stores and the verbs. Views read the stores and call the verbs; nothing
 * else connects them.
 */
export interface App {
  readonly document: StoreApi<DocumentState>;
  readonly run: StoreApi<RunState>;
  readonly view: StoreApi<ViewState>;
  readonly notices: StoreApi<NoticeState>;
  /** What was chosen in views that come and go. */
  readonly visit: VisitMemory;

  /**
   * Replaces the scenario by `change(scenario)` as one undoable step. Edits in a row with the same `group` (a slider being
   * dragged, a number being typed) are one step, until another edit or a second of rest comes between.
   */
  edit(label: string, change: (scenario: Scenario) => Scenario, group?: string): void;
  undo(): void;
  redo(): void;
  /**
   * Opens another document; the one open can be brought back by undo. Under a key that begins with `GUIDE_KEY` it isn't kept in
   * storage: what guides can make it again.
   */
  open(scenario: Scenario, key?: string): void;
  /** Asked before the document changes other than by opening one, and before a run that the user wants; null: all is allowed. */
  setGuard(guard: Guard | null): void;
  /** What isn't done by itself when the document changes: a run, or the analysis before it either. */
  hold(what: Hold): void;
  /** Opens a file of any format known: a scenario, a real block. What is wrong with it becomes a notice; the document stays. */
  openFile(file: Blob, name: string): Promise<void>;
  /** The documents kept in storage, newest first, without the one open. */
  recent(): Promise<readonly RecentDocument[]>;
  /** One that another tab has, too, is opened as a copy, which a notice says. */
  openRecent(key: string): Promise<void>;
  /** The scenarios that come with the product, each with a note that says what to look for. */
  examples(): Promise<readonly Example[]>;
  /** Opens an empty block. */
  openNew(): void;
  /** Offers the document as a scenario file. */
  saveFile(): Promise<void>;

  /** Its id, with which it can be dismissed when it isn't true any more. */
  notify(notice: Omit<Notice, 'id'>): number;
  dismiss(id: number): void;

  /** Runs now, whatever the length. */
  startRun(): void;
  cancelRun(): void;

  /** Runs a block in many ways. The views that compare keep what comes of it themselves. */
  readonly compare: Runner['compare'];
  /** Executes a block that isn't the document once, in block order, and finds its conflicts. */
  readonly analyse: Runner['analyse'];
  /** Executes one transaction again, opcode by opcode. */
  readonly trace: Runner['trace'];

  select(txs: readonly TxIndex[]): void;
  selectLocation(location: Location | null): void;
  /** A click on something that can be marked. Does nothing while no mark of its kind is asked for. */
  mark(target: MarkTarget): void;
  setMarks(marks: Marks): void;
  setLocked(controls: ReadonlySet<Control>): void;
  hover(target: ViewState['hovered']): void;
  /** Shows moment `time`, clamped to the run. */
  seek(time: number): void;
  play(): void;
  pause(): void;
  /** To the next (+1) or previous (−1) moment at which something happens, or several such moments on. */
  step(moments: number): void;
  setSpeed(speed: number): void;
  setPace(pace: ViewState['pace']): void;
  setTheme(theme: ViewState['theme']): void;
  setLanesView(view: ViewState['lanesView']): void;
  show(screen: Screen): void;
  bring(panel: 'guide' | 'block' | 'inspector'): void;
  /** Ends what guided before, its progress with it. */
  setGuide(guide: Guide | null): void;
  tellProgress(progress: GuideProgress): void;
  setRoom(room: Room | null): void;
  setStage(on: boolean): void;
  setHelp(open: boolean): void;
  /** Prints a hand-out; null: it has been printed. */
  print(handout: HandoutOf | null): void;
  /** Resolves when the document is written to storage. */
  saved(): Promise<void>;
  dispose(): void;
}
