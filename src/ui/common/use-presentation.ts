import { type Presentation, presentationOf } from '../../store/presentation.ts';
import { useDocument, useRun } from './app-context.tsx';
import { useAnalysis } from './use-analysis.ts';

/** Words and colours for the document as it is now. */
export function usePresentation(): Presentation {
  const { scenario, block } = useDocument(({ scenario, block }) => ({ scenario, block }));
  const analysis = useAnalysis();
  return presentationOf(scenario, block, analysis);
}

/** Words and colours for the run on the screen, which may be of an earlier state of the document. */
export function useRunPresentation(): Presentation {
  const now = useDocument(({ scenario, block }) => ({ scenario, block }));
  const { subject, analysis } = useRun(({ subject, analysis }) => ({ subject, analysis }));
  const { scenario, block } = subject ?? now;
  return presentationOf(scenario, block, analysis);
}
