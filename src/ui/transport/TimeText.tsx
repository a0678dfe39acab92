import { useEffect, useRef } from 'react';
import { transport as texts } from '#texts/transport.ts';
import { formatTime } from '../../chart/format-time.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import { useApp, useRun } from '../common/app-context.tsx';
import styles from './Transport.module.css';

/** `214k / 344k gas`. Written past React while playing, like the scrubber. */
export function TimeText() {
  const app = useApp();
  const ref = useRef<HTMLSpanElement>(null);
  const { end, clock } = useRun(({ events, subject }) => ({
    end: events.at(-1)?.at ?? 0,
    clock: subject?.scenario.settings.clock ?? 'virtual',
  }));
  useEffect(() => {
    const unit = CLOCK_UNIT[clock];
    const suffix = unit === 'gas' ? texts.gas : '';
    const show = (): void => {
      const { time } = app.view.getState();
      if (ref.current) ref.current.textContent = `${formatTime(time, unit)} / ${formatTime(end, unit)}${suffix}`;
    };
    show();
    return app.view.subscribe(show);
  }, [app, end, clock]);
  return <span className={styles.time} ref={ref} />;
}
