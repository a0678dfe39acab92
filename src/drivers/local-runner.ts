import { createCancellation } from '../lib/cancellation.ts';
import { createMemo, type Memo } from '../evm/memo.ts';
import type { Block } from '../model/block.ts';
import { compareRuns } from './compare.ts';
import { termsOf } from './prepare-run.ts';
import { analyseBlock, type RunDeps, runBlock } from './run-block.ts';
import { traceOne } from './trace.ts';
import type { BlockAnalysis, Job, Outcome, Runner, RunProgress } from './runner.ts';

/**
 * A runner on the caller's own thread, for Node, tests and the command line. Its clock is virtual: the measured one
 * needs workers.
 */
export function createLocalRunner(): Runner {
  /** Of each block: executions seen, and the last analysis with the terms it was made on. */
  const known = new WeakMap<Block, { readonly memo: Memo; key: string; analysis: BlockAnalysis | null }>();

  function knownOf(block: Block) {
    const found = known.get(block) ?? { memo: createMemo(), key: '', analysis: null };
    known.set(block, found);
    return found;
  }

  async function analyse(block: Block, settings: Parameters<Runner['analyse']>[1], deps: RunDeps) {
    const terms = termsOf(settings);
    const key = `${terms.fees} ${terms.credits}`;
    const last = knownOf(block);
    if (last.analysis && last.key === key) return { kind: 'done', value: last.analysis } as const;
    const outcome = await analyseBlock(block, terms, { ...deps, memo: last.memo });
    if (outcome.kind === 'done') Object.assign(last, { key, analysis: outcome.value });
    return outcome;
  }

  return {
    analyse: (block, settings, onProgress) => startJob((deps) => analyse(block, settings, deps), onProgress),
    run: (request, onProgress) =>
      startJob(async (deps) => {
        if (request.settings.clock === 'measured') {
          const message = 'A measured run needs workers. Choose virtual time, or run it in the page.';
          return { kind: 'refused', refusal: { message } };
        }
        const analysed = await analyse(request.block, request.settings, deps);
        if (analysed.kind !== 'done') return analysed;
        return runBlock(request, { ...deps, analysis: analysed.value, memo: knownOf(request.block).memo });
      }, onProgress),
    compare: (request, onProgress) =>
      startJob(
        (deps) =>
          compareRuns(request, {
            analyse: (settings) => analyse(request.block, settings, deps),
            memo: knownOf(request.block).memo,
            ...(deps.cancellation && { cancellation: deps.cancellation }),
            onProgress: (done) => deps.onProgress?.({ phase: 'running', done, total: request.points.length }),
          }),
        onProgress,
      ),
    trace: (request) => startJob(async () => ({ kind: 'done', value: await traceOne(request) })),
    dispose() {},
  };
}

function startJob<T>(
  work: (deps: RunDeps) => Promise<Outcome<T>>,
  onProgress?: (progress: RunProgress) => void,
): Job<T> {
  const { cancellation, cancel } = createCancellation();
  const outcome = work({ cancellation, ...(onProgress && { onProgress }) }).catch(
    (error: unknown): Outcome<T> => ({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    }),
  );
  return { outcome, cancel };
}
