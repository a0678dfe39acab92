import type { Execution, Executor } from '../../model/execution.ts';
import { gas, type TxIndex } from '../../model/ids.ts';
import type { Location, Value } from '../../model/location.ts';
import { BlockedRead } from '../../model/execution.ts';

/** What a transaction of a test does: reads, then writes values made from what it read. */
export interface ScriptedTx {
  readonly reads: readonly Location[];
  readonly writes: (seen: readonly Value[]) => readonly (readonly [Location, Value])[];
  /** Called when it starts, to make it slow, throw or hang. */
  readonly before?: () => Promise<void> | void;
}

/** An executor for tests that need scheduling but no EVM. */
export function createScriptedExecutor(script: (tx: TxIndex) => ScriptedTx): Executor {
  return {
    preimages: new Map(),
    async execute(tx, view): Promise<Execution> {
      const { reads, writes, before } = script(tx);
      await before?.();
      const seen: { location: Location; value: Value; at: ReturnType<typeof gas>; credit: boolean }[] = [];
      try {
        for (const location of reads) {
          seen.push({ location, value: view.read(location), at: gas(seen.length), credit: false });
        }
      } catch (error) {
        if (!(error instanceof BlockedRead)) throw error;
        const recording = { reads: seen, writes: [], credits: [], fee: 0n };
        return { kind: 'blocked', location: error.location, by: error.by, at: gas(seen.length), recording };
      }
      const written = writes(seen.map((read) => read.value)).map(([location, value]) => ({
        location,
        before: 0n,
        value,
      }));
      const receipt = { type: 2, success: true, gasUsed: gas(21_000), logs: [], output: '0x' } as const;
      return { kind: 'executed', receipt, recording: { reads: seen, writes: written, credits: [], fee: 0n } };
    },
  };
}
