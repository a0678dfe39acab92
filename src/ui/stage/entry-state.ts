import type { App, DocumentState, ViewState } from '../../store/app.ts';

/** How things were when the stage was entered. */
export interface EntryState {
  readonly document: Pick<DocumentState, 'key' | 'scenario'>;
  readonly view: Pick<ViewState, 'time' | 'lanesView'>;
  /** At its end, the run is shown at its end again, whatever it takes. */
  readonly atEnd: boolean;
}

export function entryStateOf(app: App): EntryState {
  const { key, scenario } = app.document.getState();
  const { time, lanesView } = app.view.getState();
  const end = app.run.getState().events.at(-1)?.at ?? 0;
  return { document: { key, scenario }, view: { time, lanesView }, atEnd: time >= end };
}

/** Back to it: the document, then the moment, once its run is there. What happens meanwhile can be undone. Returns what calls it off. */
export function returnTo(app: App, { document, view, atEnd }: EntryState): () => void {
  const now = app.document.getState();
  if (now.key !== document.key) app.open(document.scenario, document.key);
  else if (now.scenario !== document.scenario) app.edit('reset', () => document.scenario);
  app.select([]);
  app.selectLocation(null);
  app.setLanesView(view.lanesView);
  const seek = (): void => app.seek(atEnd ? Number.POSITIVE_INFINITY : view.time);
  seek();
  const isThere = (): boolean => app.run.getState().subject?.scenario === document.scenario;
  if (isThere()) return () => {};
  const stop = app.run.subscribe(() => {
    if (!isThere()) return;
    stop();
    seek();
  });
  return stop;
}
