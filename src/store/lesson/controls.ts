import type { Action } from '../../lessons/actions.ts';
import type { Control } from '../../lessons/lesson.ts';
import type { SettingsPatch } from '../../lessons/settings-patch.ts';
import type { Scenario } from '../../model/scenario.ts';
import { cardsOnLanes } from '../edits.ts';

/** The controls whose doing leads from one document to the other. Title and note belong to none. */
export function controlsBetween(before: Scenario, after: Scenario): ReadonlySet<Control> {
  const controls = new Set<Control>();
  if (before.settings !== after.settings) {
    const [a, b] = [before.settings, after.settings];
    if (a.engine !== b.engine) controls.add('engine');
    if (a.lanes !== b.lanes) controls.add('lanes');
    if (a.clock !== b.clock) controls.add('clock');
    const rest = ({ options, costs, fees, credits }: Scenario['settings']) =>
      JSON.stringify([Object.entries(options).sort(), costs, fees, credits]);
    if (rest(a) !== rest(b)) controls.add('options');
  }
  if (before.transactions !== after.transactions) {
    const same = new Set(before.transactions);
    const moved =
      before.transactions.length === after.transactions.length && after.transactions.every((tx) => same.has(tx));
    controls.add(moved ? 'reorder' : 'edit');
  }
  if (before.accounts !== after.accounts || before.contracts !== after.contracts) controls.add('contract');
  // Cards that go away take their pins with them, and so do lanes.
  const follows = controls.has('edit') || controls.has('lanes') || controls.has('reorder');
  if (!follows && lanesOf(before) !== lanesOf(after)) controls.add('place');
  return controls;
}

/** Any change of the settings writes pins and lane order anew, with the same cards on the same lanes. */
const lanesOf = (scenario: Scenario): string => JSON.stringify(cardsOnLanes(scenario));

/** The controls that a person needs for an action. */
export function controlsOf(action: Action): readonly Control[] {
  switch (action.do) {
    case 'run':
      return ['run'];
    case 'set':
      return controlsOfPatch(action.settings);
    case 'move':
      return ['reorder'];
    case 'place':
    case 'unplace':
    case 'arrange':
    case 'clear-lanes':
    case 'deal':
    case 'pack':
      return ['place'];
    case 'edit':
    case 'add':
    case 'remove':
      return ['edit'];
    case 'replace-contract':
      return ['contract'];
  }
}

function controlsOfPatch({ engine, lanes, clock, options, costs, fees, credits }: SettingsPatch): readonly Control[] {
  const controls: Control[] = [];
  if (engine !== undefined) controls.push('engine');
  if (lanes !== undefined) controls.push('lanes');
  if (clock !== undefined) controls.push('clock');
  if (options ?? costs ?? fees ?? credits) controls.push('options');
  return controls;
}
