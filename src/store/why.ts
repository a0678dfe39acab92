import type { Difference } from '../model/run.ts';
import { type Phrase, phrase, theLocation, theTx, theValue } from './phrase.ts';
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
  return [
    phrase`Started over ${times(thrown.length)}.`,
    ...told,
    ...(more > 0 ? [phrase`And ${more} more ${more === 1 ? 'time' : 'times'}, listed below.`] : []),
  ];
}

function thrownAway(
  { abort, blocked, reads, end }: IncarnationStory,
  next: IncarnationStory | undefined,
  time: (at: number) => string,
): Phrase {
  const again = next ? phrase`; run ${next.incarnation} began at ${time(next.start)}.` : phrase`.`;
  const estimate = blocked ?? (abort?.cause.kind === 'estimate' ? abort.cause : null);
  if (estimate) {
    const at = end ?? abort?.at ?? 0;
    return phrase`At ${time(at)} it came to ${theLocation(estimate.location)}, which ${theTx(estimate.by)} was about to write again, and gave up its lane${again}`;
  }
  if (abort?.cause.kind !== 'stale-read') return phrase`Its result was thrown away${again}`;

  const { location, by, read, found, seen, current } = abort.cause;
  const when = reads.find((r) => r.location === location)?.at;
  const at = when === undefined ? phrase`` : phrase` at ${time(when)}`;
  const what = phrase`It read ${theLocation(location)}${seen === undefined ? phrase`` : phrase` = ${theValue(location, seen)}`}${at}`;
  const noticed = phrase`Validation at ${time(abort.at)} found the change${again}`;
  if (by === null) return phrase`${what}, which has changed since. ${noticed}`;
  if (found === undefined) {
    return phrase`${what}, but ${theTx(by)} is being executed again and will write it. ${noticed}`;
  }
  if (read.kind === 'version' && read.version.tx === by) {
    return phrase`${what} from run ${read.version.incarnation} of ${theTx(by)}, which has started over since. ${noticed}`;
  }
  if (read.kind === 'version' && read.version.tx > by) {
    return phrase`${what} from ${theTx(read.version.tx)}, which no longer writes it. ${noticed}`;
  }
  const wrote = current === undefined ? phrase`wrote it` : phrase`wrote ${theValue(location, current)}`;
  const finished = abort.writerFinished === null ? phrase`` : phrase` at ${time(abort.writerFinished)}`;
  return phrase`${what}, before ${theTx(by)} ${wrote}${finished}. ${noticed}`;
}

function waited({ waits }: TxStory, time: (at: number) => string): readonly Phrase[] {
  // A wait for an ESTIMATE is part of the story of its incarnation.
  const onLanes = waits.filter(({ lane }) => lane !== null);
  return onLanes.slice(0, TOLD).map((wait) => {
    const { from, to, lane } = wait;
    const until = to === null ? phrase`from ${time(from)} on` : phrase`from ${time(from)} to ${time(to)}`;
    return phrase`Lane ${(lane ?? 0) + 1} stood still ${until}: it had to wait for ${waitedFor(wait)}.`;
  });
}

function waitedFor({ kind, on, location }: WaitStory): Phrase {
  if (kind === 'commit') return phrase`the commit of ${theTx(on)}`;
  if (location === null) return phrase`${theTx(on)}`;
  if (kind === 'lock') return phrase`the lock on ${theLocation(location)}, which ${theTx(on)} had first`;
  return phrase`${theTx(on)}, which writes ${theLocation(location)}`;
}

/** `race`: what of its writes is missing in the result. */
function lost({ tx }: TxStory, differences: readonly Difference[]): readonly Phrase[] {
  return differences.flatMap((difference) => {
    if (difference.kind !== 'state' || !difference.lost.includes(tx)) return [];
    const { location, runWriter, run, serial } = difference;
    const over =
      runWriter === null || runWriter === tx
        ? phrase`it is not in the result`
        : phrase`${theTx(runWriter)} wrote over it without having seen it`;
    return [
      phrase`Its write of ${theLocation(location)} was lost: ${over}. The result is ${theValue(location, run)}, one lane gives ${theValue(location, serial)}.`,
    ];
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
