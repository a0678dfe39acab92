import { useEffect, useState } from 'react';
import type { Prediction } from '../../drivers/predict.ts';
import type { Outcome } from '../../drivers/runner.ts';
import type { RunReport } from '../../model/run.ts';
import { predictMeasured } from '../../store/predict-measured.ts';
import { useApp } from '../common/app-context.tsx';

/** Up to so many transactions a run is predicted without being asked: it takes no longer than the run took. */
const UNASKED = 1000;

export type PredictionState =
  /** The block is long: it is predicted when asked. */
  | { readonly kind: 'offered'; readonly ask: () => void }
  | { readonly kind: 'pending' }
  /** No transaction could be included. */
  | { readonly kind: 'nothing' }
  | Outcome<Prediction>;

/** What modelled time says of a measured run. Called off when the run isn't shown any more. */
export function usePrediction(report: RunReport): PredictionState {
  const app = useApp();
  const [asked, ask] = useState<RunReport | null>(null);
  const [state, setState] = useState<PredictionState>({ kind: 'pending' });
  const wanted = asked === report || report.result.executions.length <= UNASKED;

  useEffect(() => {
    const { subject, report: shown } = app.run.getState();
    if (!wanted || !subject || shown !== report) return;
    const job = predictMeasured(app, subject, report);
    setState(job ? { kind: 'pending' } : { kind: 'nothing' });
    if (!job) return;
    let current = true;
    void job.outcome.then((outcome) => current && setState(outcome));
    return () => {
      current = false;
      job.cancel();
    };
  }, [app, report, wanted]);

  return wanted ? state : { kind: 'offered', ask: () => ask(report) };
}
