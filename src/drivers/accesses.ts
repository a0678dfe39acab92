import type { Accesses } from '../engines/engine.ts';
import { existenceFields } from '../model/existence.ts';
import { addressOf, balanceOf, type Location, wipeOf } from '../model/location.ts';
import type { DependencyInput } from './dependencies.ts';
import { createFieldHistory } from './field-history.ts';

/**
 * What each transaction touches in serial execution, for engines that know it beforehand. Two transactions that share no
 * location, or only ones that both read or both add to, can run in either order with the same result.
 *
 * More than the analysis counts: a slot is read together with the wipe of its account's storage, wherever anybody wipes it,
 * and existence as the account's three fields, unless no transaction of the block can change it.
 */
export function findAccesses({ executions, prestate, coinbase }: DependencyInput): readonly Accesses[] {
  const fields = createFieldHistory(prestate);
  const wiped = new Set<Location>();
  const fees = balanceOf(coinbase);
  for (const { recording } of executions) {
    for (const { location, value } of recording.writes) {
      fields.write(location, value);
      if (location[0] === 'w') wiped.add(location);
    }
    for (const { address } of recording.credits) fields.add(balanceOf(address));
    if (recording.fee > 0n) fields.add(fees);
  }

  const entriesBehind = (location: Location): readonly Location[] => {
    const address = addressOf(location);
    if (location[0] === 'e') return fields.isConstant(address) ? [] : existenceFields(address);
    if (location[0] === 's' && wiped.has(wipeOf(address))) return [location, wipeOf(address)];
    return [location];
  };
  return executions.map(({ recording }) => {
    const added = recording.credits.map(({ address }) => balanceOf(address));
    if (recording.fee > 0n) added.push(fees);
    return {
      reads: [...new Set(recording.reads.flatMap(({ location }) => entriesBehind(location)))],
      writes: recording.writes.map(({ location }) => location),
      adds: [...new Set(added)],
    };
  });
}
