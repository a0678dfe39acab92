import { WebsocketProvider } from 'y-websocket';
import type { Doc } from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CloseReason, closeReason } from './close-code.ts';

/**
 * How a page stands to its room.
 *
 *   connecting ──▶ connected ◀──▶ away (tries again by itself) ──▶ ended
 */
export type LinkState =
  | { readonly kind: 'connecting' | 'connected' | 'away' }
  /** For good; null: the page left by itself. */
  | { readonly kind: 'ended'; readonly reason: CloseReason | null };

/** Where a room is, and who comes. */
export interface RoomAddress {
  /** Of the server: `ws://192.168.1.5:4180`, with the folder that the page is in, if any. */
  readonly server: string;
  readonly code: string;
  /** Node's, in tests; a browser has its own. */
  readonly WebSocket?: typeof WebSocket;
}

/** Several documents, each over a connection of its own, as one. */
export interface Link {
  readonly state: StoreApi<LinkState>;
  /** Settled when everything was received once. Rejects with the reason when the room doesn't let this page in. */
  readonly joined: Promise<void>;
  /** What the system says of the network: without one no answer is waited for, and with one again it is tried at once. */
  setOnline(online: boolean): void;
  end(): void;
}

/** Longest wait between two tries to come back, milliseconds: the access point is up again before anybody asks. */
const MAX_BACKOFF = 2_500;

export function createLink(
  { server, code, ...given }: RoomAddress,
  docs: Readonly<Record<string, Doc>>,
  params: Record<string, string>,
): Link {
  const state = createStore<LinkState>(() => ({ kind: 'connecting' }));
  let settle: { resolve: () => void; reject: (error: Error) => void } | null = null;
  const joined = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  joined.catch(() => {}); // Also told by the state.

  const providers = Object.entries(docs).map(
    ([name, doc]) =>
      new WebsocketProvider(`${server}/room/${code}`, name, doc, {
        params,
        // Two pages of one browser are two participants.
        disableBc: true,
        maxBackoffTime: MAX_BACKOFF,
        connect: false,
        ...(given.WebSocket && { WebSocketPolyfill: given.WebSocket }),
      }),
  );

  const end = (reason: CloseReason | null): void => {
    if (state.getState().kind === 'ended') return;
    state.setState({ kind: 'ended', reason }, true);
    settle?.reject(new Error(reason ?? 'left'));
    for (const provider of providers) provider.destroy();
  };
  const look = (): void => {
    const { kind } = state.getState();
    if (kind === 'ended') return;
    if (providers.every(({ synced }) => synced)) {
      settle?.resolve();
      if (kind !== 'connected') state.setState({ kind: 'connected' }, true);
    } else if (kind === 'connected') state.setState({ kind: 'away' }, true);
  };
  for (const provider of providers) {
    // Presence is the server's to know.
    provider.awareness.setLocalState(null);
    provider.on('sync', look);
    provider.on('status', look);
    provider.on('closed', ({ code }) => end(closeReason(code)));
    provider.connect();
  }

  return {
    state,
    joined,
    setOnline(online) {
      if (state.getState().kind === 'ended') return;
      for (const provider of providers) {
        if (online) provider.connect();
        else provider.disconnect();
      }
      look();
    },
    end: () => end(null),
  };
}
