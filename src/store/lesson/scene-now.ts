import type { Scene } from '../../lessons/scene.ts';
import type { App, DocumentState, RunState } from '../app.ts';
import { presentationOf } from '../presentation.ts';

/** What is on screen, as conditions look at it: only what was computed from the document as it is now. */
export function sceneNow(app: App): Scene {
  const document = app.document.getState();
  const { scenario, block } = document;
  const run = app.run.getState();
  const { fees, credits } = scenario.settings;
  const terms = run.analysed?.scenario.settings;
  const current = block !== null && run.analysed?.block === block && terms?.fees === fees && terms.credits === credits;
  const analysis = current ? run.analysis : null;
  return {
    scenario,
    block,
    analysis,
    report: run.status === 'done' && isOf(run, document) ? run.report : null,
    refused: run.status === 'refused',
    nameOf: presentationOf(scenario, block, analysis).locationName,
  };
}

/** Whether the report was made of the document as it is. */
function isOf({ stale, subject }: RunState, { scenario, block }: DocumentState): boolean {
  if (stale || !subject || subject.block !== block) return false;
  const { settings, pins, laneOrder } = subject.scenario;
  return settings === scenario.settings && pins === scenario.pins && laneOrder === scenario.laneOrder;
}

/** Whether all has been computed that is going to be, without being asked. */
export function isSettled(app: App): boolean {
  const run = app.run.getState();
  if (run.status === 'analysing' || run.status === 'running') return false;
  // A change of the settings is seen here a moment before its run begins.
  return run.status !== 'done' || run.stale || isOf(run, app.document.getState());
}
