import { useEffect, useRef } from 'react';
import { transport as texts } from '#texts/transport.ts';
import { formatExact } from '../../chart/format-time.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import { useApp, useRun } from '../common/app-context.tsx';
import { TickMarks } from './TickMarks.tsx';
import styles from './Transport.module.css';

/**
 * The moment shown, as a slider. While playing it is moved past React: the input's value and one custom property are set
 * from the store at each frame.
 */
export function Scrubber({ disabled }: { disabled: boolean }) {
  const app = useApp();
  const input = useRef<HTMLInputElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const { end, clock } = useRun(({ events, subject }) => ({
    end: events.at(-1)?.at ?? 0,
    clock: subject?.scenario.settings.clock ?? 'virtual',
  }));

  useEffect(() => {
    const show = (): void => {
      const { time } = app.view.getState();
      const unit = CLOCK_UNIT[clock];
      if (!input.current || !track.current) return;
      input.current.value = String(time);
      input.current.setAttribute('aria-valuetext', texts.of(formatExact(time, unit), formatExact(end, unit)));
      track.current.style.setProperty('--played', String(end > 0 ? time / end : 0));
    };
    show();
    return app.view.subscribe(show);
  }, [app, end, clock]);

  return (
    <div className={styles.scrubber} ref={track}>
      <TickMarks />
      <input
        ref={input}
        type="range"
        className={styles.range}
        aria-label={texts.momentOfTheRun}
        min={0}
        max={end}
        step="any"
        defaultValue={0}
        disabled={disabled}
        onInput={(event) => app.seek(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          const stride = event.shiftKey ? 10 : 1;
          if (event.key === 'ArrowRight' || event.key === 'ArrowUp') app.step(stride);
          else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') app.step(-stride);
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}
