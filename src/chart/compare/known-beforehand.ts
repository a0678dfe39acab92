import { assertNever } from '../../lib/assert-never.ts';
import type { ConflictGraph } from '../../model/graph.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import { addressOf, type Location } from '../../model/location.ts';
import type { EngineOptions, RunSettings } from '../../model/settings.ts';
import type { Knowledge } from './parting.ts';

/**
 * Whom a transaction must wait for, as far as a run with these settings knows it before anything is executed. Null for one that
 * knows nothing, or as long as the graph isn't known that it would have it from.
 */
export function knownBeforehand(
  { engine, options }: Pick<RunSettings, 'engine' | 'options'>,
  graph: ConflictGraph | null,
): Knowledge {
  switch (engine) {
    case 'dag':
      return options.hints ? fromHints(options.hints) : fromGraph(graph);
    case 'lanes':
      return options.lanesPolicy === 'free' ? null : fromGraph(graph);
    case 'components':
      return fromGraph(graph);
    case 'account-locks':
      return fromGraph(graph, declaredBy(options));
    case 'sequential':
    case 'race':
    case 'block-stm':
    case 'block-access-list':
    case 'rounds':
    case 'in-order':
      return null;
    default:
      return assertNever(engine);
  }
}

function fromHints(hints: readonly (readonly number[])[]): Knowledge {
  return (tx) => (hints[tx] ?? []).map((on) => ({ on: txIndex(on), location: null }));
}

type IsKnown = (tx: TxIndex, location: Location) => boolean;

function fromGraph(graph: ConflictGraph | null, isKnown: IsKnown = () => true): Knowledge {
  if (!graph) return null;
  return (tx) =>
    graph.edges.flatMap(({ from, to, kind, locations }) => {
      if (to !== tx || kind !== 'RAW') return [];
      const location = locations.find((one) => isKnown(from, one) && isKnown(tx, one));
      return location ? [{ on: from, location }] : [];
    });
}

/** Not what is left out of the declaration, at account granularity with the whole account. */
function declaredBy({ underDeclare = [], lockGranularity }: EngineOptions): IsKnown {
  const coverOf = (location: Location): string => (lockGranularity === 'account' ? addressOf(location) : location);
  const leftOut = new Set(underDeclare.map(([tx, location]) => `${tx} ${coverOf(location as Location)}`));
  return (tx, location) => !leftOut.has(`${tx} ${coverOf(location)}`);
}
