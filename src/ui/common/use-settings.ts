import { setLanes } from '../../store/edits/pins.ts';
import { type EngineOptions, MAX_LANES, type RunSettings } from '../../model/settings.ts';
import type { Scenario } from '../../model/scenario.ts';
import { useApp, useDocument } from './app-context.tsx';

/** The document's run settings, and the ways to change them, each an undoable step. */
export function useSettings() {
  const app = useApp();
  const settings = useDocument((state) => state.scenario.settings);
  return {
    settings,
    change(label: string, patch: Partial<RunSettings>, group?: string): void {
      app.edit(label, (scenario) => withSettings(scenario, patch), group);
    },
    changeOptions(label: string, patch: Partial<EngineOptions>): void {
      app.edit(label, (scenario) => withSettings(scenario, { options: { ...scenario.settings.options, ...patch } }));
    },
  };
}

/** The measured clock has fewer lanes than the modelled one: the number is brought down, and cards on lanes that go away are free. */
function withSettings(scenario: Scenario, patch: Partial<RunSettings>): Scenario {
  const settings = { ...scenario.settings, ...patch };
  const lanes = Math.min(Math.max(Math.round(settings.lanes), 1), MAX_LANES[settings.clock]);
  return setLanes({ ...scenario, settings }, lanes);
}
