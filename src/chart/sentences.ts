import { chart as texts } from '#texts/chart.ts';
import type { AbortCause, Origin, WaitCause } from '../model/events.ts';
import type { TxIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';

/** How a location is called on screen: `pool.reserve0`. */
export type LocationName = (location: Location) => string;

/** Why transaction `tx`'s result was thrown away, as one clause: "3 read pool.reserve0 before 2 wrote it". */
export function abortSentence(tx: TxIndex, cause: AbortCause, name: LocationName): string {
  const location = name(cause.location);
  if (cause.kind === 'estimate') return texts.metWhichWillWriteAgain(tx, location, cause.by);
  if (cause.by === null) return texts.readWhichHasChangedSince(tx, location);
  const { read, by } = cause;
  if (read.kind === 'version' && read.version.tx === by) {
    return texts.readFromRunOfWhich(tx, location, read.version.incarnation, by);
  }
  if (read.kind === 'version' && read.version.tx > by) {
    return texts.readFromWhichNoLonger(tx, location, read.version.tx);
  }
  return texts.readBeforeWroteIt(tx, location, by);
}

/** A read with what was seen, and from whom: "read pool.reserve0, written by 2 (run 0)". */
export function readSentence(location: Location, origin: Origin, name: LocationName): string {
  switch (origin.kind) {
    case 'prestate':
      return texts.readAsItWasBefore(name(location));
    case 'list':
      return origin.index === 0
        ? texts.readFromListPrestate(name(location))
        : texts.readFromListAfter(name(location), origin.index - 1);
    case 'version':
      return texts.readWrittenByRun(name(location), origin.version.tx, origin.version.incarnation);
    case 'sum':
      return texts.readASumOfAdditions(name(location), origin.terms);
  }
}

/** Why a lane has nothing to do: "3 waits for 2: pool.reserve0". */
export function waitSentence(cause: WaitCause, name: LocationName): string {
  switch (cause.kind) {
    case 'dependency':
      return cause.location === undefined
        ? texts.txWaitsFor(cause.tx, cause.on)
        : texts.txWaitsForLocation(cause.tx, cause.on, name(cause.location));
    case 'lock':
      return texts.waitsForLockOn(cause.tx, cause.on, lockName(cause, name));
    case 'commit':
      return texts.waitsForToCommit(cause.tx, cause.on);
    case 'prefetch':
      return texts.loadingThatTheListNames(cause.locations);
    case 'barrier':
      return texts.othersAreStillAtWork(cause.round);
    case 'pinned-elsewhere':
      return texts.whatIsLeftIsPinned;
    case 'no-task':
      return texts.noTaskLeftForThis;
  }
}

/** A lock covers the location, or the whole account that it belongs to. */
function lockName({ location, granularity }: Extract<WaitCause, { kind: 'lock' }>, name: LocationName): string {
  return granularity === 'slot' ? name(location) : texts.theAccountOf(name(location));
}
