import { narration as texts } from '#texts/narration.ts';
import type { AbortCause, RunEvent, WaitCause } from '../model/events.ts';
import type { TxIndex } from '../model/ids.ts';
import type { Beat } from './beats.ts';
import { type Insert, type Phrase, phrase, theLocation, theTx, theValue } from '../texts/phrase.ts';

/** What has just happened, in one sentence made of the event itself. */
export function narrate(event: RunEvent): Phrase {
  switch (event.kind) {
    case 'started': {
      const { tx, incarnation } = event.version;
      const lane = event.lane + 1;
      if (event.task === 'validate') return texts.checks(lane, theTx(tx));
      return incarnation === 0 ? texts.starts(lane, theTx(tx)) : texts.startsAgain(lane, theTx(tx), incarnation);
    }
    case 'read':
      return narrateRead(event);
    case 'blocked':
      return texts.meetsEstimate(theTx(event.version.tx), theLocation(event.location), theTx(event.by));
    case 'finished': {
      const tx = theTx(event.version.tx);
      if (event.invalid) return texts.cannotBeIncluded(tx, event.invalid.message);
      return event.success ? texts.ends(tx, event.writes) : texts.endsReverted(tx);
    }
    case 'validated': {
      const { tx } = event.version;
      return event.cause ? texts.doesntHold(whyThrownAway(tx, event.cause)) : texts.holds(theTx(tx));
    }
    case 'aborted':
      return texts.aborted(theTx(event.version.tx), whyThrownAway(event.version.tx, event.cause));
    case 'committed':
      return texts.committed(theTx(event.version.tx));
    case 'locked':
      return texts.queued(theTx(event.tx), event.lane + 1, event.locks);
    case 'rejected':
      return texts.rejected(theTx(event.version.tx), theLocation(event.location));
    case 'round':
      if (event.stage === 'serial') return texts.roundSerial(event.transactions);
      return event.stage === 'execute'
        ? texts.roundExecutes(event.round, event.transactions)
        : texts.roundValidates(event.round, event.transactions);
    case 'waiting':
      return texts.laneWaits(event.lane + 1, whyWaiting(event.cause));
  }
}

function narrateRead({ version, location, origin, value }: Extract<RunEvent, { kind: 'read' }>): Phrase {
  const [tx, where, what] = [theTx(version.tx), theLocation(location), theValue(location, value)];
  switch (origin.kind) {
    case 'prestate':
      return texts.readsPrestate(tx, where, what);
    case 'version':
      return texts.readsVersion(tx, where, theTx(origin.version.tx), what);
    case 'list':
      return origin.index === 0
        ? texts.readsListPrestate(tx, where, what)
        : texts.readsList(tx, where, theTx((origin.index - 1) as TxIndex), what);
    case 'sum':
      return texts.readsSum(tx, where, origin.terms, what);
  }
}

/** As a clause: "6 read Drop.nextId before 5 wrote it". */
function whyThrownAway(tx: TxIndex, cause: AbortCause): Phrase {
  const [reader, where] = [theTx(tx), theLocation(cause.location)];
  if (cause.kind === 'estimate') return texts.needs(reader, where, theTx(cause.by));
  const { read, by } = cause;
  if (by === null) return texts.readChanged(reader, where);
  if (read.kind === 'version' && read.version.tx === by) return texts.readThrownAway(reader, where, theTx(by));
  if (read.kind === 'version' && read.version.tx > by) {
    return texts.readWithdrawn(reader, where, theTx(read.version.tx));
  }
  return texts.readTooEarly(reader, where, theTx(by));
}

function whyWaiting(cause: WaitCause): Insert {
  switch (cause.kind) {
    case 'dependency':
      return cause.location === undefined
        ? texts.waitsFor(theTx(cause.tx), theTx(cause.on))
        : texts.waitsForWriter(theTx(cause.tx), theTx(cause.on), theLocation(cause.location));
    case 'lock':
      return texts.waitsForLock(theTx(cause.tx), theTx(cause.on), theLocation(cause.location));
    case 'commit':
      return texts.waitsForCommit(theTx(cause.tx), theTx(cause.on));
    case 'barrier':
      return texts.waitsForRound(cause.round);
    case 'prefetch':
      return texts.loads(cause.locations);
    case 'pinned-elsewhere':
      return texts.pinnedElsewhere;
    case 'no-task':
      return texts.noTask;
  }
}

/** The phrase of a beat, or nothing before the first. */
export function narrationAt(beats: readonly Beat[], index: number): Phrase {
  const beat = beats[index];
  return beat ? narrate(beat.event) : phrase``;
}
