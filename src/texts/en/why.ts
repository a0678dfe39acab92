import { type Insert, phrase } from '../phrase.ts';

export const why = {
  // why
  startedOver: (times: Insert) => phrase`Started over ${times}.`,
  andMoreListedBelow: (more: number) => phrase`And ${more} more ${more === 1 ? 'time' : 'times'}, listed below.`,
  runBeganAt: (incarnation: Insert, time: Insert) => phrase`; run ${incarnation} began at ${time}.`,
  atItCameToWhich: (time: Insert, location: Insert, tx: Insert, again: Insert) =>
    phrase`At ${time} it came to ${location}, which ${tx} was about to write again, and gave up its lane${again}`,
  itsResultWasThrownAway: (again: Insert) => phrase`Its result was thrown away${again}`,
  at: (time: Insert) => phrase` at ${time}`,
  itRead: (location: Insert, value: Insert, at: Insert) => phrase`It read ${location}${value}${at}`,
  validationAtFoundTheChange: (time: Insert, again: Insert) => phrase`Validation at ${time} found the change${again}`,
  whichHasChangedSince: (what: Insert, noticed: Insert) => phrase`${what}, which has changed since. ${noticed}`,
  butIsBeingExecutedAgain: (what: Insert, tx: Insert, noticed: Insert) =>
    phrase`${what}, but ${tx} is being executed again and will write it. ${noticed}`,
  fromRunOfWhichHas: (what: Insert, incarnation: Insert, tx: Insert, noticed: Insert) =>
    phrase`${what} from run ${incarnation} of ${tx}, which has started over since. ${noticed}`,
  fromWhichNoLongerWrites: (what: Insert, tx: Insert, noticed: Insert) =>
    phrase`${what} from ${tx}, which no longer writes it. ${noticed}`,
  wroteIt: phrase`wrote it`,
  wrote: (value: Insert) => phrase`wrote ${value}`,
  before: (what: Insert, tx: Insert, wrote: Insert, finished: Insert, noticed: Insert) =>
    phrase`${what}, before ${tx} ${wrote}${finished}. ${noticed}`,
  fromOn: (time: Insert) => phrase`from ${time} on`,
  fromTo: (time: Insert, time2: Insert) => phrase`from ${time} to ${time2}`,
  laneStoodStillItHad: (value: Insert, until: Insert, waitedFor: Insert) =>
    phrase`Lane ${value} stood still ${until}: it had to wait for ${waitedFor}.`,
  theCommitOf: (tx: Insert) => phrase`the commit of ${tx}`,
  theLockOnWhichHad: (location: Insert, tx: Insert) => phrase`the lock on ${location}, which ${tx} had first`,
  whichWrites: (tx: Insert, location: Insert) => phrase`${tx}, which writes ${location}`,
  itIsNotInThe: phrase`it is not in the result`,
  wroteOverItWithoutHaving: (tx: Insert) => phrase`${tx} wrote over it without having seen it`,
  itsWriteOfWasLost: (location: Insert, over: Insert, value: Insert, value2: Insert) =>
    phrase`Its write of ${location} was lost: ${over}. The result is ${value}, one lane gives ${value2}.`,
  times: (count: string | number) => `${count} times`,
};
