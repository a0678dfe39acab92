import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgenda, PHASE, type Phase } from './agenda.ts';

const SLOTS = 6;

test('gives the moments in order, each slot once, whatever was put off or brought forward', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('set' as const),
      slot: fc.nat(SLOTS - 1),
      time: fc.nat(5),
      phase: fc.constantFrom<Phase>(...Object.values(PHASE)),
    }),
    fc.record({ kind: fc.constant('take' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const agenda = createAgenda(SLOTS);
      const expected = new Map<number, readonly [time: number, phase: Phase, slot: number]>();
      const inOrder = () => [...expected.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
      for (const one of steps) {
        if (one.kind === 'set') {
          const [first] = inOrder();
          const moment = [one.time, one.phase, one.slot] as const;
          if (!expected.has(one.slot)) {
            const precedes = !first || (moment[0] - first[0] || moment[1] - first[1] || moment[2] - first[2]) < 0;
            expect(agenda.precedes(one.slot, one.time, one.phase)).toBe(precedes);
          }
          agenda.set(one.slot, one.time, one.phase);
          expected.set(one.slot, moment);
        } else {
          const [first] = inOrder();
          const slot = agenda.take();
          expect(slot).toBe(first?.[2] ?? -1);
          if (first) expect([agenda.timeOf(slot), agenda.phaseOf(slot)]).toEqual(first.slice(0, 2));
          expected.delete(slot);
        }
        for (let slot = 0; slot < SLOTS; slot++) expect(agenda.has(slot)).toBe(expected.has(slot));
      }
    }),
  );
});
