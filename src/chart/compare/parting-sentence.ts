import { chart as texts } from '#texts/chart.ts';
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
  if (!parting) return texts.andStartTheSameTransactions(names[0], names[1]);
  const { at, starter, lane, version, abort, instead } = parting;
  const other = names[starter === 0 ? 1 : 0];
  const again = version.incarnation === 0 ? '' : texts.again;
  const because = abort ? texts.becauseAborted(abortSentence(version.tx, abort, locationName)) : '';
  const when = at === 0 ? texts.atTheStart : texts.atMoment(formatTime(at, unit));
  const first = texts.startsOnLane(when, names[starter], version.tx, again, lane + 1, because);
  return `${first}; ${other} ${insteadWords(instead, words)}.`;
}

function insteadWords(instead: Instead, { unit, locationName }: PartingWords): string {
  const time = (at: number): string => formatTime(at, unit);
  switch (instead.kind) {
    case 'waits': {
      const wait = waitOf(instead.cause);
      if (!wait) return texts.leavesLaneWaiting(instead.lane + 1);
      switch (instead.cause.kind) {
        case 'commit':
          return texts.hasExecutedItAndLets(wait.on);
        case 'lock':
          return texts.letsItWaitForWhich(wait.on, wait.location ? ` (${locationName(wait.location)})` : '');
        default:
          return texts.letsItWaitFor(wait.on, wait.location ? ` (${locationName(wait.location)})` : '');
      }
    }
    case 'depends': {
      const what = instead.location === null ? texts.aValue : locationName(instead.location);
      return texts.knowsThatItReadsFrom(what, instead.on);
    }
    case 'executed':
      return texts.hasExecutedItByAnd(time(instead.at));
    case 'executing':
      return texts.isExecutingItOnLane(instead.lane + 1);
    case 'starts':
      return texts.startsOnLaneInstead(instead.version.tx, instead.lane + 1);
    case 'idle':
      return texts.leavesLaneIdle(instead.lane + 1, waitSentence(instead.cause, locationName));
    case 'busy': {
      const task = instead.task === 'validate' ? 'validating' : 'executing';
      return texts.isStillOnLaneWhich(task, instead.tx, instead.lane + 1);
    }
    case 'later':
      return instead.at === null ? texts.neverDoes : texts.startsItAt(time(instead.at));
  }
}
