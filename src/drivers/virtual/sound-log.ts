import { expect } from 'vitest';
import type { RunEvent } from '../../model/events.ts';

/**
 * Test support: what holds of every log. Time never falls; a lane has one task at a time and ends it; pinned transactions
 * stay on their lane; every incarnation is started, ended and, but for the last, thrown away, in order; every transaction
 * is committed exactly once, in its last incarnation, after it has finished.
 */
export function expectSoundLog(events: readonly RunEvent[], lanes: number, pins: ReadonlyMap<number, number>): void {
  let last = 0;
  const busy = new Map<number, string>();
  const started = new Map<number, number>();
  const finished = new Map<number, number>();
  const committed = new Set<number>();
  for (const event of events) {
    expect(event.at).toBeGreaterThanOrEqual(last);
    expect(Number.isInteger(event.at)).toBe(true);
    last = event.at;
    if ('lane' in event) expect(event.lane).toBeLessThan(lanes);
    if (event.kind === 'waiting') {
      expect(busy.has(event.lane)).toBe(false);
      continue;
    }
    if (event.kind === 'round' || event.kind === 'locked') continue;
    const { tx, incarnation } = event.version;
    const name = `${tx}.${incarnation}`;
    if (event.kind === 'started') {
      expect(busy.has(event.lane)).toBe(false);
      expect(pins.get(tx) ?? event.lane).toBe(event.lane);
      expect(committed.has(tx)).toBe(false);
      busy.set(event.lane, `${event.task} ${name}`);
      if (event.task === 'execute') {
        expect(incarnation).toBe((started.get(tx) ?? -1) + 1);
        started.set(tx, incarnation);
      }
    } else if (event.kind === 'read') {
      expect(busy.get(event.lane)).toBe(`execute ${name}`);
    } else if (event.kind === 'finished' || event.kind === 'blocked') {
      expect(busy.get(event.lane)).toBe(`execute ${name}`);
      busy.delete(event.lane);
      if (event.kind === 'finished') finished.set(tx, incarnation);
    } else if (event.kind === 'validated') {
      expect(busy.get(event.lane)).toBe(`validate ${name}`);
      busy.delete(event.lane);
    } else if (event.kind === 'committed') {
      expect(committed.has(tx)).toBe(false);
      expect(finished.get(tx)).toBe(incarnation);
      expect(started.get(tx)).toBe(incarnation);
      committed.add(tx);
    }
  }
  expect(busy.size).toBe(0);
}
