import { useRef, useState } from 'react';
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
      role="group"
      aria-label="Board"
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
          Put there, the run would be refused. {refusal.message}
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
        title={`Transaction i on lane i mod ${lanes}`}
        onClick={() => app.edit('deal the cards round-robin', dealRoundRobin)}
      >
        Deal
      </button>
      <button
        type="button"
        className={styles.action}
        disabled={count === 0 || !graph}
        title="Wave by wave, each card to the lane with the least gas so far"
        onClick={() => graph && app.edit('pack the lanes by waves', (s) => packByWaves(s, graph.wave, graph.gas))}
      >
        Pack
      </button>
      <button
        type="button"
        className={styles.action}
        disabled={pinned === 0}
        onClick={() => app.edit('clear all pins', clearPins)}
      >
        Clear
      </button>
    </div>
  );
}

function sentenceOf(engine: EngineId, policy: LanesPolicy, free: number): string {
  if (engine === 'lanes') {
    if (free > 0) return 'Lanes run left to right; cards on no lane are dealt to the shortest.';
    return policy === 'wait'
      ? 'Lanes run left to right; a card waits for those it depends on.'
      : 'Lanes run left to right; the order in which cards end is the serial order.';
  }
  if (engine === 'sequential') return 'One lane runs everything; pins count for the other engines.';
  return 'A card put on a lane runs only there; the engine places the rest.';
}
