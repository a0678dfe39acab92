import { defaultWorkers } from '../../drivers/measured/default-workers.ts';
import type { RunClock } from '../../model/events.ts';
import { useDocument } from '../common/app-context.tsx';
import { type Segment, Segments } from '../common/Segments.tsx';
import { useSettings } from '../common/use-settings.ts';

const SEGMENTS: readonly Segment<RunClock>[] = [
  {
    value: 'virtual',
    label: 'Modelled',
    hint: 'Real EVMs, but time is counted in gas: any number of lanes, the same picture every time.',
  },
  {
    value: 'measured',
    label: 'Measured',
    hint: 'One Web Worker a lane and the wall clock: what this machine really does, a little different each time.',
  },
];

/** Whether time is modelled in gas or measured on this machine. */
export function ClockSwitch() {
  const { settings, change } = useSettings();
  const lastPinned = useDocument(({ scenario }) => Math.max(-1, ...Object.values(scenario.pins)));

  const choose = (clock: RunClock): void => {
    if (clock === 'virtual') change('modelled time', { clock });
    // As many lanes as the machine has threads for, but none that a card lies on is taken away.
    else
      change('measured time', {
        clock,
        lanes: Math.max(defaultWorkers(navigator.hardwareConcurrency), lastPinned + 1),
      });
  };
  return <Segments label="Clock" value={settings.clock} segments={SEGMENTS} onChange={choose} />;
}
