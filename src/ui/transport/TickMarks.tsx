import { useEffect, useRef } from 'react';
import { useApp } from '../common/app-context.tsx';
import { onThemeChange, readTokens } from '../theme/canvas-tokens.ts';
import { tickPixels } from './tick-pixels.ts';
import styles from './Transport.module.css';

/** Where along the run something happened: a tick for each execution that ended, red and taller for aborts. */
export function TickMarks() {
  const app = useApp();
  const ref = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const draw = (): void => {
      const { events } = app.run.getState();
      const { clientWidth: width, clientHeight: height } = canvas;
      const ratio = window.devicePixelRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      const context = canvas.getContext('2d');
      if (!context) return;
      context.scale(ratio, ratio);
      const tokens = readTokens(canvas);
      const { ended, aborted } = tickPixels(events, width);
      context.fillStyle = tokens.dimmer;
      for (const x of ended) context.fillRect(x - 0.5, height * 0.25, 1, height * 0.5);
      context.fillStyle = tokens.bad;
      for (const x of aborted) context.fillRect(x - 1, 0, 2, height);
    };
    draw();
    const unsubscribe = app.run.subscribe((state, before) => {
      if (state.events !== before.events) draw();
    });
    const stopTheme = onThemeChange(draw);
    const resize = new ResizeObserver(draw);
    resize.observe(canvas);
    return () => {
      unsubscribe();
      stopTheme();
      resize.disconnect();
    };
  }, [app]);

  return (
    <div className={styles.ticks} aria-hidden="true">
      <canvas ref={ref} />
    </div>
  );
}
