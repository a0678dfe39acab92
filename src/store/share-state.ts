import { GENERATED, type ExampleAddress, exampleToHash } from './address.ts';
import { type SharedState, sharedToLink, type SharedView } from '../formats/share-link/share-link.ts';
import { sameScenario } from '../formats/same-scenario.ts';
import type { Example } from '../workloads/examples/example.ts';
import type { App } from './app.ts';
import { setLanes } from './edits/pins.ts';

/** Of a long selection the inspector shows the last; the rest isn't worth its length. */
const MOST_SELECTED = 50;

/** What a link made now would bring. */
export function shareState(app: App): SharedState {
  const { scenario } = app.document.getState();
  return { scenario, view: sharedView(app) };
}

function sharedView(app: App): SharedView {
  const { time, lanesView, selected, location } = app.view.getState();
  const { status, stale, events } = app.run.getState();
  const { clock } = app.document.getState().scenario.settings;
  // A measured run is another every time: its moments are nobody else's.
  const moment = clock === 'virtual' && status === 'done' && !stale && time < (events.at(-1)?.at ?? 0);
  return {
    ...(moment && { moment: Math.floor(time) }),
    ...(lanesView === 'board' && { lanesView }),
    ...(selected.length > 0 && { selected: selected.slice(-MOST_SELECTED).map(Number) }),
    ...(location !== null && { location }),
  };
}

/**
 * What stands after the # in a link to what is on the screen: an example's name where that says it all, else all of it, packed.
 * Null where it takes a file.
 */
export async function shareHash(app: App): Promise<string | null> {
  const state = shareState(app);
  const example = exampleAddress(state, await app.examples());
  if (example) return exampleToHash(example);
  const packed = sharedToLink(state);
  return packed === null ? null : `s=${packed}`;
}

/** The state as an example with other lanes, engine or clock; null when it is anything else. */
export function exampleAddress({ scenario, view }: SharedState, examples: readonly Example[]): ExampleAddress | null {
  const { moment, lanesView, ...others } = view;
  if (Object.keys(others).length > 0) return null;
  const { lanes, engine, clock } = scenario.settings;
  for (const example of examples) {
    if (example.title !== scenario.title || example.id === GENERATED) continue;
    const original = example.scenario();
    const { settings } = original;
    // As the page does at every change of settings: lanes that nothing lies on are no difference.
    const inItsWay = setLanes({ ...original, settings: { ...settings, engine, clock } }, lanes);
    if (!sameScenario(inItsWay, setLanes(scenario, lanes))) continue;
    return {
      id: example.id,
      ...(lanes !== settings.lanes && { lanes }),
      ...(engine !== settings.engine && { engine }),
      ...(clock !== settings.clock && { clock }),
      ...(moment !== undefined && { t: moment }),
      ...(lanesView !== undefined && { view: lanesView }),
    };
  }
  return null;
}
