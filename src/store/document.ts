import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Block } from '../model/block.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DocumentState, Problem } from './app.ts';
import type { Clock } from './clock.ts';
import { followCards } from './edits/follow-cards.ts';
import { closeGroup, createHistory, type History, record, redo, undo } from './history.ts';

/** A scenario turned into a block, or why it can't be. */
export interface BuiltBlock {
  readonly block: Block | null;
  readonly problems: readonly Problem[];
}
export type BuildBlock = (scenario: Scenario) => BuiltBlock;

export interface OpenDocument {
  readonly key: string;
  readonly scenario: Scenario;
}

export interface DocumentControl {
  readonly store: StoreApi<DocumentState>;
  edit(label: string, change: (scenario: Scenario) => Scenario, group?: string): void;
  open(label: string, opened: OpenDocument): void;
  undo(): void;
  redo(): void;
}

/** A rest of this many milliseconds ends a group of edits. */
const GROUP_REST = 1000;

/**
 * The document with its history; the block is rebuilt when a part of the scenario that it depends on has changed. `mayChange` is asked
 * before anything but the opening of another document.
 */
export function createDocument(
  initial: OpenDocument,
  build: BuildBlock,
  clock: Clock,
  mayChange: (before: Scenario, after: Scenario) => boolean = () => true,
): DocumentControl {
  let history: History<OpenDocument> = createHistory(initial);
  let cancelRest: () => void = () => {};
  const store = createStore<DocumentState>(() => toState(history, build(initial.scenario)));

  const commit = (next: History<OpenDocument>): void => {
    if (next === history) return;
    const before = history.present.scenario;
    const after = next.present.scenario;
    if (history.present.key === next.present.key && !mayChange(before, after)) return;
    history = next;
    const { block, problems } = store.getState();
    const built = sameBlock(before, after) ? { block, problems } : build(after);
    store.setState(toState(next, built));
  };

  return {
    store,
    edit(label, change, group) {
      cancelRest();
      const { key, scenario } = history.present;
      const changed = followCards(scenario, change(scenario));
      if (changed !== scenario) commit(record(history, label, { key, scenario: changed }, group ?? null));
      if (group !== undefined) {
        cancelRest = clock.after(GROUP_REST, () => {
          history = closeGroup(history);
        });
      }
    },
    open(label, opened) {
      commit(record(history, label, opened));
    },
    undo() {
      commit(undo(history));
    },
    redo() {
      commit(redo(history));
    },
  };
}

function toState(history: History<OpenDocument>, built: BuiltBlock): DocumentState {
  return {
    key: history.present.key,
    scenario: history.present.scenario,
    block: built.block,
    problems: built.problems,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undoLabel: history.past.at(-1)?.label ?? null,
    redoLabel: history.future[0]?.label ?? null,
  };
}

/** Title, note, settings, pins and lane order aren't part of the block. */
function sameBlock(a: Scenario, b: Scenario): boolean {
  return (
    a.hardfork === b.hardfork &&
    a.chainId === b.chainId &&
    a.env === b.env &&
    a.accounts === b.accounts &&
    a.contracts === b.contracts &&
    a.transactions === b.transactions &&
    a.header === b.header
  );
}
