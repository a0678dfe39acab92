import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryFor } from '../../engines/create-memory.ts';
import { toAddress, txIndex, type Version } from '../../model/ids.ts';
import { balanceOf, slotOf } from '../../model/location.ts';
import { applyUpdates, createReplicaTransport } from './memory-transport.ts';

const coinbase = toAddress(`0x${'cc'.repeat(20)}`);
const account = toAddress(`0x${'aa'.repeat(20)}`);
const locations = [slotOf(account, '0x0'), slotOf(account, '0x1'), balanceOf(account), balanceOf(coinbase)];
const memory = () => createMemoryFor('newest-lower', { prestate: () => 0n, coinbase });

/** What an engine may do, with the lane on which the incarnation ran. */
const operation = fc.record({
  what: fc.constantFrom('publish' as const, 'publish' as const, 'mark' as const, 'withdraw' as const),
  tx: fc.nat(5),
  lane: fc.nat(2),
  writes: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
  fee: fc.bigInt(0n, 2n),
  /** Which lane is told what has happened, and whether its worker is a new one. */
  told: fc.option(fc.record({ lane: fc.nat(2), isNew: fc.boolean() }), { nil: undefined }),
});

test('whenever a worker has been told, it sees what the coordinator sees', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      const original = memory();
      const transport = createReplicaTransport(original, 3, 'newest-lower', () => 0n);
      const replicas = [memory(), memory(), memory()];
      const incarnations = new Map<number, number>();
      const tell = (lane: number): void => {
        const replica = replicas[lane];
        if (replica) applyUpdates(replica, transport.updatesFor(lane));
        for (const location of locations) {
          for (let reader = 0; reader < 7; reader++) {
            expect(replica?.read(location, txIndex(reader))).toEqual(original.read(location, txIndex(reader)));
          }
        }
      };
      for (const { what, tx, lane, writes, fee, told } of operations) {
        if (what === 'publish') {
          // An incarnation runs after its lane has been told of everything before.
          tell(lane);
          const version: Version = { tx: txIndex(tx), incarnation: incarnations.get(tx) ?? 0 };
          incarnations.set(tx, version.incarnation + 1);
          const recording = {
            reads: [],
            writes: writes.flatMap((i) => {
              const location = locations[i];
              return location ? [{ location, before: 0n, value: BigInt(version.incarnation * 10 + i) }] : [];
            }),
            credits: [],
            fee,
          };
          replicas[lane]?.publish(version, recording);
          transport.completing(lane);
          transport.memory.publish(version, recording);
        } else if (what === 'mark') transport.memory.markEstimates(txIndex(tx));
        else transport.memory.withdraw(txIndex(tx));
        if (!told) continue;
        if (told.isNew) {
          transport.forget(told.lane);
          replicas[told.lane] = memory();
        }
        tell(told.lane);
      }
      for (const lane of replicas.keys()) tell(lane);
    }),
  );
});
