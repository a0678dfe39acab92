import { why as texts } from '#texts/why.ts';
import type { Difference } from '../model/run.ts';
import { type Phrase, phrase, theLocation, theTx, theValue } from '../texts/phrase.ts';
import type { IncarnationStory, TxStory, WaitStory } from './tx-story.ts';

/** Sentences on each of these many aborts; more are only counted. */
const TOLD = 2;

/** Why a transaction started over or came out wrong, and what it waited for, sentence by sentence. */
export interface Why {
  readonly wrong: readonly Phrase[];
  readonly waited: readonly Phrase[];
}

/** Both empty when all went well. `time` writes a moment of the run. */
export function whySentences(story: TxStory, differences: readonly Difference[], time: (at: number) => string): Why {
  return { wrong: [...startedOver(story, time), ...lost(story, differences)], waited: waited(story, time) };
}

function startedOver({ incarnations }: TxStory, time: (at: number) => string): readonly Phrase[] {
  const thrown = incarnations.filter(({ abort, blocked }) => abort || blocked);
  if (thrown.length === 0) return [];
  const told = thrown.slice(0, TOLD).flatMap((incarnation) => {
    const next = incarnations.find((other) => other.incarnation > incarnation.incarnation);
    return [thrownAway(incarnation, next, time)];
  });
  const more = thrown.length - told.length;
  return [texts.startedOver(times(thrown.length)), ...told, ...(more > 0 ? [texts.andMoreListedBelow(more)] : [])];
}

function thrownAway(
  { abort, blocked, reads, end }: IncarnationStory,
  next: IncarnationStory | undefined,
  time: (at: number) => string,
): Phrase {
  const again = next ? texts.runBeganAt(next.incarnation, time(next.start)) : phrase`.`;
  const estimate = blocked ?? (abort?.cause.kind === 'estimate' ? abort.cause : null);
  if (estimate) {
    const at = end ?? abort?.at ?? 0;
    return texts.atItCameToWhich(time(at), theLocation(estimate.location), theTx(estimate.by), again);
  }
  if (abort?.cause.kind !== 'stale-read') return texts.itsResultWasThrownAway(again);

  const { location, by, read, found, seen, current } = abort.cause;
  const when = reads.find((r) => r.location === location)?.at;
  const at = when === undefined ? phrase`` : texts.at(time(when));
  const what = texts.itRead(
    theLocation(location),
    seen === undefined ? phrase`` : phrase` = ${theValue(location, seen)}`,
    at,
  );
  const noticed = texts.validationAtFoundTheChange(time(abort.at), again);
  if (by === null) return texts.whichHasChangedSince(what, noticed);
  if (found === undefined) {
    return texts.butIsBeingExecutedAgain(what, theTx(by), noticed);
  }
  if (read.kind === 'version' && read.version.tx === by) {
    return texts.fromRunOfWhichHas(what, read.version.incarnation, theTx(by), noticed);
  }
  if (read.kind === 'version' && read.version.tx > by) {
    return texts.fromWhichNoLongerWrites(what, theTx(read.version.tx), noticed);
  }
  const wrote = current === undefined ? texts.wroteIt : texts.wrote(theValue(location, current));
  const finished = abort.writerFinished === null ? phrase`` : texts.at(time(abort.writerFinished));
  return texts.before(what, theTx(by), wrote, finished, noticed);
}

function waited({ waits }: TxStory, time: (at: number) => string): readonly Phrase[] {
  // A wait for an ESTIMATE is part of the story of its incarnation.
  const onLanes = waits.filter(({ lane }) => lane !== null);
  return onLanes.slice(0, TOLD).map((wait) => {
    const { from, to, lane } = wait;
    const until = to === null ? texts.fromOn(time(from)) : texts.fromTo(time(from), time(to));
    return texts.laneStoodStillItHad((lane ?? 0) + 1, until, waitedFor(wait));
  });
}

function waitedFor({ kind, on, location }: WaitStory): Phrase {
  if (kind === 'commit') return texts.theCommitOf(theTx(on));
  if (location === null) return phrase`${theTx(on)}`;
  if (kind === 'lock') return texts.theLockOnWhichHad(theLocation(location), theTx(on));
  return texts.whichWrites(theTx(on), theLocation(location));
}

/** `race`: what of its writes is missing in the result. */
function lost({ tx }: TxStory, differences: readonly Difference[]): readonly Phrase[] {
  return differences.flatMap((difference) => {
    if (difference.kind !== 'state' || !difference.lost.includes(tx)) return [];
    const { location, runWriter, run, serial } = difference;
    const over =
      runWriter === null || runWriter === tx ? texts.itIsNotInThe : texts.wroteOverItWithoutHaving(theTx(runWriter));
    return [texts.itsWriteOfWasLost(theLocation(location), over, theValue(location, run), theValue(location, serial))];
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : texts.times(count);
}
