import { useEffect, useState } from 'react';
import { shareHash } from '../../store/share-state.ts';
import { useApp, useDocument, useRun, useView } from '../common/app-context.tsx';
import { notifyNotFetched } from '../common/notify-not-fetched.ts';

export interface ShareLink {
  /** Null where what is on the screen takes a file. */
  readonly url: string | null;
}

/** Playback moves on many times a second: the link follows when it rests. */
const REST_MS = 120;

/** The link to what is on the screen; null until it is known. */
export function useShareLink(): ShareLink | null {
  const app = useApp();
  const [link, setLink] = useState<ShareLink | null>(null);
  const scenario = useDocument((state) => state.scenario);
  const status = useRun((state) => state.status);
  const { time, lanesView, selected, location } = useView(({ time, lanesView, selected, location }) => ({
    time,
    lanesView,
    selected,
    location,
  }));
  // `shareHash` reads all of these.
  useEffect(() => {
    let wanted = true;
    const rest = setTimeout(() => {
      shareHash(app).then(
        (hash) => wanted && setLink({ url: hash === null ? null : urlOf(hash) }),
        (error: unknown) => notifyNotFetched(app, error),
      );
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [app, scenario, status, time, lanesView, selected, location]);
  return link;
}

/** This page, wherever it is served from, without what its own address asks for. */
function urlOf(hash: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${hash}`;
}

/** Whether an address leads anywhere on another machine. */
export const isLocalAddress = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
