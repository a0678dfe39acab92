import { waitOf } from '../../model/wait-cause.ts';
import { formatTime, type TimeUnit } from '../format-time.ts';
import { abortSentence, type LocationName, waitSentence } from '../sentences.ts';
import type { Instead, Parting } from './parting.ts';

export interface PartingWords {
  /** What the two runs are called: `Block-STM`, `Dependency DAG on 8 lanes`. */
  readonly names: readonly [string, string];
  readonly unit: TimeUnit;
  readonly locationName: LocationName;
}

/** "At 26.5k Block-STM starts 3 on lane 4; Dependency DAG lets it wait for 2 (pool.reserve0)." */
export function partingSentence(parting: Parting | null, words: PartingWords): string {
  const { names, unit, locationName } = words;
  if (!parting) return `${names[0]} and ${names[1]} start the same transactions at the same moments, to the end.`;
  const { at, starter, lane, version, abort, instead } = parting;
  const other = names[starter === 0 ? 1 : 0];
  const again = version.incarnation === 0 ? '' : ' again';
  const because = abort ? `, as ${abortSentence(version.tx, abort, locationName)}` : '';
  const when = at === 0 ? 'At the start' : `At ${formatTime(at, unit)}`;
  const first = `${when} ${names[starter]} starts ${version.tx}${again} on lane ${lane + 1}${because}`;
  return `${first}; ${other} ${insteadWords(instead, words)}.`;
}

function insteadWords(instead: Instead, { unit, locationName }: PartingWords): string {
  const time = (at: number): string => formatTime(at, unit);
  switch (instead.kind) {
    case 'waits': {
      const wait = waitOf(instead.cause);
      if (!wait) return `leaves lane ${instead.lane + 1} waiting`;
      switch (instead.cause.kind) {
        case 'commit':
          return `has executed it and lets it wait for the commit of ${wait.on}`;
        case 'lock':
          return `lets it wait for ${wait.on}, which has the lock first${wait.location ? ` (${locationName(wait.location)})` : ''}`;
        default:
          return `lets it wait for ${wait.on}${wait.location ? ` (${locationName(wait.location)})` : ''}`;
      }
    }
    case 'depends': {
      const what = instead.location === null ? 'a value' : locationName(instead.location);
      return `knows that it reads ${what} from ${instead.on}, which hasn’t finished`;
    }
    case 'executed':
      return `has executed it by ${time(instead.at)}, and that stands`;
    case 'executing':
      return `is executing it on lane ${instead.lane + 1} since earlier`;
    case 'starts':
      return `starts ${instead.version.tx} on lane ${instead.lane + 1} instead`;
    case 'idle':
      return `leaves lane ${instead.lane + 1} idle (${waitSentence(instead.cause, locationName)})`;
    case 'busy': {
      const task = instead.task === 'validate' ? 'validating' : 'executing';
      return `is still ${task} ${instead.tx} on lane ${instead.lane + 1}, which takes it later`;
    }
    case 'later':
      return instead.at === null ? 'never does' : `starts it at ${time(instead.at)}`;
  }
}
