import { useEffect } from 'react';
import { isSecret, normalizeRoomCode } from '../../class/room-code.ts';
import { useApp } from '../common/app-context.tsx';

/**
 * `#room=<code>` in the address leads into a class, and with `&key=` to its instructor's desk. The key is taken out of the address
 * bar at once, as the projector shows that too.
 */
export function useRoomAddress(): void {
  const app = useApp();
  useEffect(() => {
    const read = (): void => {
      const given = new URLSearchParams(location.hash.slice(1));
      const code = normalizeRoomCode(given.get('room') ?? '');
      if (code === null) return;
      const key = given.get('key');
      if (key !== null) history.replaceState(history.state, '', `#room=${code}`);
      const { room } = app.view.getState();
      const valid = key !== null && isSecret(key) ? key : null;
      if (room?.code !== code || valid !== null) app.setRoom({ code, key: valid });
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [app]);
}
