import type { Dependency } from '../engines/engine.ts';
import { existenceFields } from '../model/existence.ts';
import type { FinalExecution } from '../model/execution.ts';
import { type Address, type TxIndex, txIndex } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, wipeOf } from '../model/location.ts';
import type { ReadPrestate } from '../model/prestate.ts';
import { createFieldHistory } from './field-history.ts';

export interface DependencyInput {
  /** Of serial execution in block order, with fees and credits as the run treats them. */
  readonly executions: readonly FinalExecution[];
  readonly prestate: ReadPrestate;
  readonly coinbase: Address;
}

/**
 * What each transaction must wait for so that it reads exactly what it reads in serial execution: the last writer of each
 * location read. Beyond the analysis (ANALYSIS, "dependency"), which these can only add to:
 *
 * - a balance that was added to without being read (credits, fees as deltas) depends on every addition since its last write;
 * - a slot depends on the last wipe of its account as well;
 * - existence depends on the account's three fields, unless one of them was non-empty all along, or none ever was.
 *
 * A reader of a sum has waited for all additions before it, so the next reader waits for that one instead: the lists stay
 * linear in the block.
 */
export function findDependencies({
  executions,
  prestate,
  coinbase,
}: DependencyInput): readonly (readonly Dependency[])[] {
  const writers = new Map<Location, TxIndex>();
  const additions = new Map<Location, TxIndex[]>();
  const fields = createFieldHistory(prestate);
  const fees = balanceOf(coinbase);

  const writersOf = (location: Location): readonly TxIndex[] => {
    switch (location[0]) {
      case 'e':
        return fields.isConstant(addressOf(location)) ? [] : existenceFields(addressOf(location)).flatMap(writersOf);
      case 's':
        return known(writers.get(location), writers.get(wipeOf(addressOf(location))));
      case 'b':
        return known(writers.get(location), ...(additions.get(location) ?? []));
      default:
        return known(writers.get(location));
    }
  };

  return executions.map(({ recording }, index) => {
    const tx = txIndex(index);
    const found = new Map<TxIndex, Dependency>();
    for (const { location } of recording.reads) {
      for (const on of writersOf(location)) if (!found.has(on)) found.set(on, { on, location });
    }
    for (const { location } of recording.reads) if (additions.has(location)) additions.set(location, [tx]);
    for (const { location, value } of recording.writes) {
      writers.set(location, tx);
      additions.delete(location);
      fields.write(location, value);
    }
    const added = recording.credits.map(({ address }) => balanceOf(address));
    if (recording.fee > 0n) added.push(fees);
    for (const location of added) {
      const list = additions.get(location);
      if (!list) additions.set(location, [tx]);
      else if (list.at(-1) !== tx) list.push(tx);
      fields.add(location);
    }
    return [...found.values()].sort((a, b) => a.on - b.on);
  });
}

function known(...writers: readonly (TxIndex | undefined)[]): readonly TxIndex[] {
  return writers.filter((tx) => tx !== undefined);
}
