import { createStore, type StoreApi } from 'zustand/vanilla';
import { room as texts } from '#texts/room.ts';
import type { CloseReason } from '../../class/close-code.ts';
import { type Instructor, leadRoom } from '../../class/instructor.ts';
import { LIMITS } from '../../class/limits.ts';
import { joinRoom, type Participant } from '../../class/participant.ts';
import { createSecret, type RandomBytes } from '../../class/room-code.ts';
import { scenarioToText } from '../../formats/scenario-file.ts';
import type { App } from '../app.ts';
import { byteLength } from './byte-length.ts';
import type { Clock } from '../clock.ts';
import { createFollowing, type Following, type FollowingOptions } from './following.ts';
import { createLeading, type Leading } from './leading.ts';
import { createReporting } from './reporting.ts';
import type { TextStorage } from '../tab-storage.ts';
import { readRoomMemory, type RoomMemory, writeRoomMemory } from './room-memory.ts';

/** This page in a class: outside, leading, or taking part. */
export type SessionState =
  | { readonly kind: 'outside' }
  | { readonly kind: 'leads'; readonly code: string; readonly instructor: Instructor; readonly leading: Leading }
  | {
      readonly kind: 'takes part';
      readonly code: string;
      readonly name: string;
      readonly participant: Participant;
      readonly following: Following;
    };

export interface ClassSession {
  readonly store: StoreApi<SessionState>;
  /** Into the room of the app's view: with the key, or back to the seat that this tab had. False when a name is to be asked for first. */
  enter(): boolean;
  join(code: string, name: string): void;
  /** The open document, for the instructor to open. */
  handIn(): void;
  /** Out of the room; the seat is given up. */
  leave(): void;
}

export interface SessionDeps {
  /** Of the page: `ws://192.168.1.5:4180`. */
  readonly server: string;
  readonly clock: Clock;
  readonly storage: TextStorage;
  readonly random: RandomBytes;
  readonly addLesson: FollowingOptions['addLesson'];
  /** Calls back when the system says that the network is gone (false) or back. Returns the way to stop. */
  readonly watchNetwork?: (listener: (online: boolean) => void) => () => void;
  readonly WebSocket?: typeof WebSocket;
}

export function createClassSession(app: App, deps: SessionDeps): ClassSession {
  const { clock, storage } = deps;
  const store = createStore<SessionState>(() => ({ kind: 'outside' }));
  let dispose: () => void = () => {};

  const end = (code: string, reason: CloseReason | null): void => {
    dispose();
    dispose = () => {};
    writeRoomMemory(storage, code, null);
    store.setState({ kind: 'outside' }, true);
    app.setRoom(null);
    if (reason) app.notify({ kind: reason === 'closed' ? 'info' : 'error', ...texts.ended[reason] });
  };
  const addressOf = (code: string) => ({
    server: deps.server,
    code,
    ...(deps.WebSocket && { WebSocket: deps.WebSocket }),
  });

  const lead = (code: string, key: string): void => {
    writeRoomMemory(storage, code, { role: 'instructor', key });
    const instructor = leadRoom(addressOf(code), key);
    const leading = createLeading(app, instructor, clock, () => createSecret(deps.random));
    const unsubscribe = instructor.state.subscribe((state) => {
      if (state.kind === 'ended') end(code, state.reason);
    });
    const stopWatching = deps.watchNetwork?.(instructor.setOnline);
    dispose = () => {
      stopWatching?.();
      unsubscribe();
      leading.dispose();
      instructor.end();
    };
    store.setState({ kind: 'leads', code, instructor, leading }, true);
  };

  const takePart = (code: string, memory: Extract<RoomMemory, { role: 'participant' }>): void => {
    const { secret, name, answeredCall } = memory;
    writeRoomMemory(storage, code, memory);
    const participant = joinRoom(addressOf(code), secret, name);
    const following = createFollowing(app, participant, {
      answeredCall,
      addLesson: deps.addLesson,
      onAnswered: (call) => writeRoomMemory(storage, code, { ...memory, answeredCall: call }),
    });
    const stopReporting = createReporting(app, participant, following, clock);
    const unsubscribe = participant.state.subscribe((state) => {
      if (state.kind === 'ended') end(code, state.reason);
    });
    const stopWatching = deps.watchNetwork?.(participant.setOnline);
    dispose = () => {
      stopWatching?.();
      unsubscribe();
      stopReporting();
      following.dispose();
      participant.end();
    };
    store.setState({ kind: 'takes part', code, name, participant, following }, true);
  };

  return {
    store,
    enter() {
      const { room } = app.view.getState();
      if (!room) return false;
      const current = store.getState();
      if (current.kind !== 'outside' && current.code === room.code) return true;
      dispose();
      dispose = () => {};
      store.setState({ kind: 'outside' }, true);
      const memory = readRoomMemory(storage, room.code);
      if (room.key !== null) lead(room.code, room.key);
      else if (memory?.role === 'instructor') lead(room.code, memory.key);
      else if (memory) takePart(room.code, memory);
      return store.getState().kind !== 'outside';
    },
    join(code, name) {
      dispose();
      app.setRoom({ code, key: null });
      takePart(code, { role: 'participant', secret: createSecret(deps.random), name, answeredCall: 0 });
    },
    handIn() {
      const state = store.getState();
      if (state.kind !== 'takes part') return;
      const { scenario } = app.document.getState();
      const text = scenarioToText(scenario);
      if (byteLength(text) > LIMITS.handedText) {
        app.notify({ kind: 'error', title: texts.tooLargeToHandIn, message: texts.tooLargeToHandInNote });
        return;
      }
      const title = scenario.title || texts.untitled;
      state.participant.handIn({ title, text });
    },
    leave() {
      const state = store.getState();
      if (state.kind === 'outside') return;
      // A seat without a name isn't kept.
      if (state.kind === 'takes part') state.participant.setName('');
      end(state.code, null);
    },
  };
}
