import { useEffect, useMemo } from 'react';
import { createPaperRuns, type PaperRuns, type PaperSpec } from '../../store/papers/paper-runs.ts';
import { useApp } from '../common/app-context.tsx';

/** The runs of an experiment in one of its settings. */
export type RunsOf = (spec: PaperSpec, document: object | null) => PaperRuns;

/** What has been found stays while the view is open; what is under way is cancelled when it is closed. */
export function usePaperRuns(): RunsOf {
  const app = useApp();
  const [known, ofDocument] = useMemo(() => {
    const byBlock = new WeakMap<object, Map<string, PaperRuns>>();
    const all = new Set<PaperRuns>();
    const runsOf: RunsOf = ({ experiment, variant, transactions }, document) => {
      const block = document ?? NO_BLOCK;
      const found = byBlock.get(block) ?? new Map<string, PaperRuns>();
      byBlock.set(block, found);
      const key = `${experiment} ${variant} ${transactions}`;
      const runs = found.get(key) ?? createPaperRuns(app);
      found.set(key, runs);
      all.add(runs);
      return runs;
    };
    return [all, runsOf] as const;
  }, [app]);
  useEffect(
    () => () => {
      for (const runs of known) runs.cancel();
    },
    [known],
  );
  return ofDocument;
}

const NO_BLOCK = {};
