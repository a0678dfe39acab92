import { createCancellation } from '../lib/cancellation.ts';
import type { Block } from '../model/block.ts';
import { termsOf } from './prepare-run.ts';
import { analyseBlock, type RunDeps, runBlock } from './run-block.ts';
import type { BlockAnalysis, Job, Outcome, Runner, RunProgress } from './runner.ts';

/**
 * A runner on the caller's own thread, for Node, tests and the command line. Its clock is virtual: the measured one
 * needs workers.
 */
export function createLocalRunner(): Runner {
  /** The last analysis of each block, with the terms it was made on. */
  const known = new WeakMap<Block, { readonly key: string; readonly analysis: BlockAnalysis }>();

  async function analyse(block: Block, settings: Parameters<Runner['analyse']>[1], deps: RunDeps) {
    const terms = termsOf(settings);
    const key = `${terms.fees} ${terms.credits}`;
    const last = known.get(block);
    if (last?.key === key) return { kind: 'done', value: last.analysis } as const;
    const outcome = await analyseBlock(block, terms, deps);
    if (outcome.kind === 'done') known.set(block, { key, analysis: outcome.value });
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
        return analysed.kind === 'done' ? runBlock(request, { ...deps, analysis: analysed.value }) : analysed;
      }, onProgress),
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
