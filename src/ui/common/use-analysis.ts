import type { RunState } from '../../store/app.ts';
import { useDocument, useRun } from './app-context.tsx';

/** The analysis of the document, maybe of an earlier state of it; never of what was open before, whose figures tell nothing. */
export function useAnalysis(): RunState['analysis'] {
  const title = useDocument(({ scenario }) => scenario.title);
  return useRun(({ analysis, analysed }) => ({ analysis: analysed?.scenario.title === title ? analysis : null }))
    .analysis;
}
