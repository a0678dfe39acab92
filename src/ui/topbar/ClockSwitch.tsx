import type { RunClock } from '../../model/events.ts';
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
  return (
    <Segments
      label="Clock"
      value={settings.clock}
      segments={SEGMENTS}
      onChange={(clock) => change(clock === 'virtual' ? 'modelled time' : 'measured time', { clock })}
    />
  );
}
