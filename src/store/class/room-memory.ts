import * as v from 'valibot';
import { isSecret } from '../../class/room-code.ts';
import type { TextStorage } from '../tab-storage.ts';

/**
 * What this tab remembers of a room, so that a reload isn't a farewell: the instructor's key, or a participant's seat. It goes with the
 * tab, and when the room ends.
 */
export type RoomMemory =
  | { readonly role: 'instructor'; readonly key: string }
  | { readonly role: 'participant'; readonly secret: string; readonly name: string; readonly answeredCall: number };

const secret = v.pipe(v.string(), v.check(isSecret));
const memorySchema: v.GenericSchema<unknown, RoomMemory> = v.variant('role', [
  v.object({ role: v.literal('instructor'), key: secret }),
  v.object({ role: v.literal('participant'), secret, name: v.string(), answeredCall: v.number() }),
]);

const keyOf = (code: string): string => `lanewise/room/${code}`;

export function readRoomMemory(storage: TextStorage, code: string): RoomMemory | null {
  try {
    const kept = v.safeParse(memorySchema, JSON.parse(storage.getItem(keyOf(code)) ?? 'null'));
    return kept.success ? kept.output : null;
  } catch {
    return null;
  }
}

/** Null forgets it. Where storage is forbidden, a reload is a farewell. */
export function writeRoomMemory(storage: TextStorage, code: string, memory: RoomMemory | null): void {
  try {
    if (memory) storage.setItem(keyOf(code), JSON.stringify(memory));
    else storage.removeItem(keyOf(code));
  } catch {
    // As documented.
  }
}
