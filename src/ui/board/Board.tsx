import { useRef, useState } from 'react';
import { board as texts } from '#texts/board.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { EngineId, LanesPolicy } from '../../model/settings.ts';
import { clearPins, dealRoundRobin, packByWaves } from '../../store/edits.ts';
import { useApp, useDocument, useRun, useView } from '../common/app-context.tsx';
import styles from './Board.module.css';
import { BoardGrid } from './BoardGrid.tsx';
import { useCarry } from './drag-store.ts';
import { Tray } from './Tray.tsx';
import { useBoardCards, usePredictedRefusal } from './use-board.ts';
import { useConflictIndex, useLitCards } from './use-conflict-index.ts';

/** Before a run: the lanes as a road, to put cards on. A card on a lane is pinned there. */
export function Board() {
  const cards = useBoardCards();
  const conflicts = useConflictIndex();
  const lit = useLitCards(conflicts);
  const carry = useCarry((now) => now);
  const refusal = usePredictedRefusal(carry);
  const [here, setHere] = useState(false);
  const board = useRef<HTMLDivElement>(null);
  const { engine, policy } = useDocument(({ scenario: { settings } }) => ({
    engine: settings.engine,
    policy: settings.options.lanesPolicy,
  }));
  const group = useGroup(here);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div
      ref={board}
      className={styles.board}
      data-view="board"
      data-control="place"
      role="group"
      aria-label={texts.board}
      onPointerEnter={() => setHere(true)}
      onPointerLeave={() => setHere(board.current?.contains(document.activeElement) ?? false)}
      onFocus={() => setHere(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHere(false);
      }}
    >
      <div className={styles.head}>
        <p className={styles.sentence}>{sentenceOf(engine, policy, cards.free.length)}</p>
        <Actions />
      </div>
      <BoardGrid cards={cards} conflicts={conflicts} group={group} carry={carry} lit={lit} />
      <Tray cards={cards} carried={carry} lit={lit} />
      {carry && refusal && (
        <p className={styles.refusal} role="status">
          {texts.putThereTheRunWould}
          {refusal.message}
        </p>
      )}
    </div>
  );
}

/** The cards whose conflicts are shown: those carried, else those selected while pointer or focus is on the board. */
function useGroup(here: boolean): readonly TxIndex[] {
  const carried = useCarry((carry) => carry?.ids ?? null);
  const selected = useView((state) => state.selected);
  const transactions = useDocument((state) => state.scenario.transactions);
  if (carried) {
    const ids = new Set(carried);
    return transactions.flatMap((tx, index) => (ids.has(tx.id) ? [txIndex(index)] : []));
  }
  return here ? selected : [];
}

function Actions() {
  const app = useApp();
  const { pinned, count, lanes } = useDocument(({ scenario }) => ({
    pinned: Object.keys(scenario.pins).length,
    count: scenario.transactions.length,
    lanes: scenario.settings.lanes,
  }));
  const transactions = useDocument((state) => state.scenario.transactions);
  const graph = useRun((state) =>
    state.analysed?.scenario.transactions === transactions ? (state.analysis?.graph ?? null) : null,
  );
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={styles.action}
        disabled={count === 0}
        title={texts.transactionIOnLaneI(lanes)}
        onClick={() => app.edit(texts.dealTheCardsRoundRobin, dealRoundRobin)}
      >
        {texts.deal}
      </button>
      <button
        type="button"
        className={styles.action}
        disabled={count === 0 || !graph}
        title={texts.waveByWaveEachCard}
        onClick={() => graph && app.edit(texts.packTheLanesByWaves, (s) => packByWaves(s, graph.wave, graph.gas))}
      >
        {texts.pack}
      </button>
      <button
        type="button"
        className={styles.action}
        disabled={pinned === 0}
        onClick={() => app.edit(texts.clearAllPins, clearPins)}
      >
        {texts.clear}
      </button>
    </div>
  );
}

function sentenceOf(engine: EngineId, policy: LanesPolicy, free: number): string {
  if (engine === 'lanes') {
    if (free > 0) return texts.lanesHintDealt;
    return policy === 'wait' ? texts.lanesHintWait : texts.lanesHintFree;
  }
  if (engine === 'sequential') return texts.lanesHintSequential;
  return texts.lanesHintPinned;
}
