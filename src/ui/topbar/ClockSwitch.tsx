import { topbar as texts } from '#texts/topbar.ts';
import { defaultWorkers } from '../../drivers/measured/default-workers.ts';
import type { RunClock } from '../../model/events.ts';
import { useDocument } from '../common/app-context.tsx';
import { type Segment, Segments } from '../common/Segments.tsx';
import { useSettings } from '../common/use-settings.ts';

const SEGMENTS: readonly Segment<RunClock>[] = [
  {
    value: 'virtual',
    label: texts.modelled,
    hint: texts.realEvmsButTimeIs,
  },
  {
    value: 'measured',
    label: texts.measured,
    hint: texts.oneWebWorkerALane,
  },
];

/** Whether time is modelled in gas or measured on this machine. */
export function ClockSwitch() {
  const { settings, change } = useSettings();
  const lastPinned = useDocument(({ scenario }) => Math.max(-1, ...Object.values(scenario.pins)));

  const choose = (clock: RunClock): void => {
    if (clock === 'virtual') change(texts.modelledTime, { clock });
    // As many lanes as the machine has threads for, but none that a card lies on is taken away.
    else
      change(texts.measuredTime, {
        clock,
        lanes: Math.max(defaultWorkers(navigator.hardwareConcurrency), lastPinned + 1),
      });
  };
  return <Segments label={texts.clock} value={settings.clock} segments={SEGMENTS} onChange={choose} />;
}
