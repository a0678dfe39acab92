import { useEffect } from 'react';
import type { RunEvent } from '../../model/events.ts';
import type { TxIndex } from '../../model/ids.ts';
import { beatsOf } from '../../store/beats.ts';
import { useApp } from '../common/app-context.tsx';

/** Whose card lights up in all views while the event is told: only where it isn't plain to see. */
export function litBy(event: RunEvent | undefined): TxIndex | null {
  switch (event?.kind) {
    case 'read':
    case 'blocked':
    case 'aborted':
    case 'rejected':
      return event.version.tx;
    case 'validated':
      return event.ok ? null : event.version.tx;
    case 'waiting':
      return 'tx' in event.cause ? event.cause.tx : null;
    default:
      return null;
  }
}

/** While a run is told, what the sentence is about lights up, as if the speaker pointed at it. */
export function useLitBeat(): void {
  const app = useApp();
  useEffect(() => {
    let pointed: TxIndex | null = null;
    const point = (tx: TxIndex | null): void => {
      if (tx === pointed) return;
      pointed = tx;
      app.hover(tx === null ? null : { tx });
    };
    const unsubscribe = app.view.subscribe((now, before) => {
      if (now.time === before.time && now.beat === before.beat && now.pace === before.pace) return;
      const beats = beatsOf(app.run.getState().events);
      const beat = now.pace === 'told' && now.beat !== null ? beats[now.beat] : undefined;
      point(litBy(beat?.event));
    });
    return () => {
      unsubscribe();
      point(null);
    };
  }, [app]);
}
