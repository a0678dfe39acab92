import { useStore } from 'zustand';
import type { App } from '../../store/app.ts';
import { createBrowserClock } from '../../store/clock.ts';
import { type ClassSession, createClassSession, type SessionState } from '../../store/class/session.ts';
import { tabStorage } from '../../store/tab-storage.ts';
import { ownLessons } from '../lessons/lesson-library.ts';
import { useApp } from '../common/app-context.tsx';

const sessions = new WeakMap<App, ClassSession>();

/** The page's one place in a class; it outlives the views of it. */
export function useSession(): ClassSession {
  const app = useApp();
  let session = sessions.get(app);
  if (!session) {
    session = createClassSession(app, {
      server: serverOf(location),
      clock: createBrowserClock(),
      storage: tabStorage(),
      // Also there where the page comes over plain http.
      watchNetwork,
      addLesson: ownLessons.add,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    });
    sessions.set(app, session);
  }
  return session;
}

export function useSessionState(): SessionState {
  return useStore(useSession().store);
}

function watchNetwork(listener: (online: boolean) => void): () => void {
  const online = (): void => listener(true);
  const offline = (): void => listener(false);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  return () => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
  };
}

function serverOf({ href, protocol }: Location): string {
  const folder = new URL('.', href);
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${folder.host}${folder.pathname}`.replace(/\/$/, '');
}
