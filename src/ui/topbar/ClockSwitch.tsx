import { useRef } from 'react';
import { topbar as texts } from '#texts/topbar.ts';
import type { RunClock } from '../../model/events.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { type Segment, Segments } from '../common/Segments.tsx';
import { useSettings } from '../common/use-settings.ts';
import { type LanesBefore, lanesOfClock } from './lanes-of-clock.ts';

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
  const app = useApp();
  const { settings, change } = useSettings();
  const { key, lastPinned } = useDocument((state) => ({
    key: state.key,
    lastPinned: Math.max(-1, ...Object.values(state.scenario.pins)),
  }));
  /** Of the document open. */
  const before = useRef<{ readonly key: string; readonly lanes: LanesBefore }>({ key, lanes: {} });

  /** The notice of other lanes, as long as it is true. */
  const told = useRef<number | null>(null);

  const choose = (clock: RunClock): void => {
    if (clock === settings.clock) return;
    const known = before.current.key === key ? before.current.lanes : {};
    before.current = { key, lanes: { ...known, [settings.clock]: settings.lanes } };
    const threads = navigator.hardwareConcurrency;
    const lanes = lanesOfClock(clock, known, { lanes: settings.lanes, lastPinned, threads });
    change(clock === 'virtual' ? texts.modelledTime : texts.measuredTime, { clock, lanes });
    if (told.current !== null) app.dismiss(told.current);
    told.current = null;
    if (clock === 'measured' && lanes !== settings.lanes && known.measured === undefined) {
      told.current = app.notify({ kind: 'info', title: texts.lanesNow(lanes), message: texts.lanesByThreads(threads) });
    }
  };
  return <Segments label={texts.clock} value={settings.clock} segments={SEGMENTS} onChange={choose} />;
}
