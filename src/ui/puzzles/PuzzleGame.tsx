import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { puzzles as texts } from '#texts/puzzles.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import type { FoundPuzzle } from '../../puzzles/find-puzzle.ts';
import type { PuzzleRecord } from '../../puzzles/puzzle-records.ts';
import type { App } from '../../store/app.ts';
import { endlessId, LARGEST_SEED, parseEndless } from '../../puzzles/puzzle-id.ts';
import { playPuzzle, type PuzzlePlay } from '../../store/puzzle/play-puzzle.ts';
import { Button } from '../common/Button.tsx';
import { useApp, useView } from '../common/app-context.tsx';
import { HintLadder } from './HintLadder.tsx';
import styles from './PuzzlePanel.module.css';
import { PuzzleResult } from './PuzzleResult.tsx';
import { recordOf } from './record-of.ts';
import { keepRecord, puzzleRecords } from './use-records.ts';

/** The one in progress. It outlives the panel, which goes away where a narrow window shows another tab. */
let current: { readonly app: App; readonly found: FoundPuzzle; readonly play: PuzzlePlay } | null = null;

/** What was made for `id` and is being played. */
export function foundInPlay(app: App, id: string): FoundPuzzle | null {
  return current?.app === app && !current.play.over() && current.found.puzzle.id === id ? current.found : null;
}

/** The puzzle's document is opened when this is first shown. */
export function PuzzleGame({ found }: { found: FoundPuzzle }) {
  const app = useApp();
  const [play, setPlay] = useState<PuzzlePlay | null>(null);
  useEffect(() => {
    const { puzzle, solved } = found;
    if (!current || !foundInPlay(app, puzzle.id)) {
      const known = PUZZLES.includes(puzzle);
      const best = known ? recordOf(puzzle, puzzleRecords()) : (puzzleRecords().get(puzzle.id) ?? null);
      const onBest = (record: PuzzleRecord): void => keepRecord(puzzle.id, record);
      current = { app, found, play: playPuzzle(app, puzzle, solved, { best, onBest }) };
    }
    setPlay(current.play);
  }, [app, found]);
  return play && <Game found={found} play={play} />;
}

function Game({ found: { puzzle, solved }, play }: { found: FoundPuzzle; play: PuzzlePlay }) {
  const app = useApp();
  const state = useStore(play.store);
  const { problem } = solved;
  const next = nextId(puzzle.id);
  const onBoard = useView(({ lanesView }) => lanesView === 'board');
  if (!state.onScreen) {
    return (
      <div className={styles.body}>
        <p>{texts.left}</p>
        <p>
          <Button look="primary" onClick={play.comeBack}>
            {texts.goBack}
          </Button>
        </p>
      </div>
    );
  }
  const optimal = state.attempt?.stars === 3;
  return (
    <div className={styles.body}>
      <p>{puzzle.sentence}</p>
      <p className={styles.facts}>
        {texts.levels[puzzle.level]} · {texts.cards(problem.gas.length)} · {texts.lanes(problem.lanes)}
      </p>
      <h3>{texts.goal}</h3>
      <p>{texts.goalText(problem.gas.length, problem.lanes)}</p>
      <PuzzleResult solved={solved} state={state} />
      {optimal && <p>{puzzle.idea}</p>}
      <div className={styles.actions}>
        <Button small title={texts.resetLabel} disabled={state.unplaced === problem.gas.length} onClick={play.reset}>
          {texts.reset}
        </Button>
        <Button
          small
          disabled={state.attempt === null && onBoard}
          onClick={() => app.setLanesView(onBoard ? 'timeline' : 'board')}
        >
          {onBoard ? texts.showWaits : texts.backToBoard}
        </Button>
        {next !== null && (
          <Button small look={optimal ? 'primary' : 'plain'} onClick={() => app.setGuide({ kind: 'puzzle', id: next })}>
            {texts.next}
          </Button>
        )}
        <Button small onClick={() => app.show('puzzles')}>
          {texts.allPuzzles}
        </Button>
      </div>
      <HintLadder puzzle={puzzle} solved={solved} play={play} state={state} />
    </div>
  );
}

/** The next of the collection, or of the same level by the next seed; null after the last. */
function nextId(id: string): string | null {
  const endless = parseEndless(id);
  if (endless) return endless.seed < LARGEST_SEED ? endlessId({ ...endless, seed: endless.seed + 1 }) : null;
  return PUZZLES[PUZZLES.findIndex((puzzle) => puzzle.id === id) + 1]?.id ?? null;
}
