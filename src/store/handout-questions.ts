import { handout as texts } from '#texts/handout.ts';
import type { BlockAnalysis } from '../drivers/runner.ts';
import type { RunReport } from '../model/run.ts';
import { type Phrase, theLocation } from '../texts/phrase.ts';
import { narrate } from './narration.ts';

/** A question about a run, and what the run itself answers. */
export interface Question {
  readonly ask: string;
  readonly answer: Phrase;
}

/** A lane is drawn no further than here. */
const MOST_LANES = 64;
/** More are counted, not listed. */
const MOST_LISTED = 16;
/** Efficiency, bound reached: nothing was lost that could be asked for. */
const NEARLY_ALL = 0.98;

/** For a hand-out: only what this run can be asked. `gas` puts an amount of gas into words. */
export function questionsAbout(
  report: RunReport,
  { graph }: BlockAnalysis,
  gas: (amount: number) => string,
): readonly Question[] {
  const { metrics, events } = report;
  const { figures, criticalPath, wave } = graph;
  const questions: Question[] = [];
  const ask = (question: string, answer: Phrase): unknown => questions.push({ ask: question, answer });

  const first = wave.flatMap((level, tx) => (level === 0 ? [tx] : []));
  ask(texts.askFirstWave, texts.firstWave(first.length, listed(first)));
  if (criticalPath.length > 1) {
    const bound = figures.speedupBound.toFixed(2);
    ask(texts.askCriticalPath, texts.criticalPathIs(criticalPath.join(' → '), gas(figures.criticalPathGas), bound));
  }
  const [hottest] = figures.hottest;
  if (hottest) ask(texts.askHottest, texts.hottestIs(theLocation(hottest.location), hottest.conflictingPairs));
  const abort = events.find(({ kind }) => kind === 'aborted');
  if (abort) ask(texts.askFirstAbort, narrate(abort));
  const wait = events.find((event) => event.kind === 'waiting' && 'on' in event.cause);
  if (wait) ask(texts.askWait, narrate(wait));
  if (metrics.speedup < metrics.bound * NEARLY_ALL) {
    ask(texts.askLostTime, texts.lostTime(`${Math.round(metrics.efficiency * 100)} %`, metrics.lanes));
  }
  if (metrics.engine !== 'sequential' && metrics.lanes * 2 <= MOST_LANES) {
    ask(texts.askMoreLanes(metrics.lanes * 2), texts.moreLanes);
  }
  return questions;
}

function listed(txs: readonly number[]): string {
  const shown = txs.slice(0, MOST_LISTED).join(', ');
  return txs.length > MOST_LISTED ? `${shown}, …` : shown;
}
