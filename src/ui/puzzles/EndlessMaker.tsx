import { useEffect, useState } from 'react';
import { puzzles as texts } from '#texts/puzzles.ts';
import type { Job, Outcome } from '../../drivers/runner.ts';
import { findPuzzle, type FoundPuzzle } from '../../puzzles/find-puzzle.ts';
import type { Endless } from '../../puzzles/puzzle-id.ts';
import type { App } from '../../store/app.ts';
import { Button } from '../common/Button.tsx';
import { useApp } from '../common/app-context.tsx';
import styles from './PuzzlePanel.module.css';
import { SOLVE_LIMIT, solveInWorker } from './solve-in-worker.ts';

/** Makes an endless puzzle in the workers; can be called off. */
export function EndlessMaker(props: {
  readonly wanted: Endless;
  readonly onMade: (found: FoundPuzzle) => void;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const { seed, level } = props.wanted;
  const [text, setText] = useState<string>(texts.looking(0));
  const [over, setOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    make(app, { seed, level }, signal, setText).then(
      (found) => {
        if (signal.aborted) return;
        if (typeof found === 'object') props.onMade(found);
        else {
          setOver(true);
          setText(texts.noneFound);
        }
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setOver(true);
        setText(texts.makingFailed(error instanceof Error ? error.message : String(error)));
      },
    );
    return () => controller.abort();
    // Whoever wants another seed makes another panel.
  }, [app, seed, level]);
  return (
    <div className={styles.body}>
      <p role="status">{text}</p>
      <p>
        {over ? (
          <Button onClick={() => app.show('puzzles')}>{texts.allPuzzles}</Button>
        ) : (
          <Button onClick={props.onClose}>{texts.cancel}</Button>
        )}
      </p>
    </div>
  );
}

function make(app: App, wanted: Endless, signal: AbortSignal, say: (text: string) => void) {
  return findPuzzle(wanted, {
    onTry: (tries) => say(texts.looking(tries)),
    analyse: (block, settings) => resultOf(app.analyse(block, settings), signal),
    solve(problem) {
      say(texts.solving(SOLVE_LIMIT / 1000));
      return solveInWorker(problem, signal);
    },
  });
}

/** Null when it was cancelled. */
async function resultOf<T>(job: Job<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) job.cancel();
  signal.addEventListener('abort', () => job.cancel(), { once: true });
  const outcome: Outcome<T> = await job.outcome;
  if (outcome.kind === 'done') return outcome.value;
  if (outcome.kind === 'cancelled') return null;
  throw new Error(outcome.kind === 'failed' ? outcome.message : outcome.refusal.message);
}
