import { type Insert, phrase } from '../phrase.ts';

/** One sentence for each thing that happens in a run. */
export const narration = {
  starts: (lane: number, tx: Insert) => phrase`Lane ${lane} starts ${tx}.`,
  startsAgain: (lane: number, tx: Insert, run: number) => phrase`Lane ${lane} starts ${tx} again: run ${run}.`,
  checks: (lane: number, tx: Insert) => phrase`Lane ${lane} checks whether what ${tx} read still holds.`,

  readsPrestate: (tx: Insert, location: Insert, value: Insert) =>
    phrase`${tx} reads ${location} as it was before the block: ${value}.`,
  readsVersion: (tx: Insert, location: Insert, by: Insert, value: Insert) =>
    phrase`${tx} reads ${location}, which ${by} has written: ${value}.`,
  readsListPrestate: (tx: Insert, location: Insert, value: Insert) =>
    phrase`${tx} takes ${location} from the block access list, as it was before the block: ${value}.`,
  readsList: (tx: Insert, location: Insert, by: Insert, value: Insert) =>
    phrase`${tx} takes ${location} from the block access list, as ${by} leaves it: ${value}.`,
  readsSum: (tx: Insert, location: Insert, terms: number, value: Insert) =>
    phrase`${tx} reads ${location}, a sum of ${terms} ${terms === 1 ? 'addition' : 'additions'}: ${value}.`,

  meetsEstimate: (tx: Insert, location: Insert, by: Insert) =>
    phrase`${tx} comes to ${location}, which ${by} will probably write again, and gives up its lane.`,
  ends: (tx: Insert, writes: number) =>
    phrase`${tx} has run to its end, with ${writes} ${writes === 1 ? 'write' : 'writes'}.`,
  endsReverted: (tx: Insert) => phrase`${tx} reverts or halts, which is a valid result.`,
  cannotBeIncluded: (tx: Insert, reason: string) => phrase`${tx} can’t be included: ${reason}`,

  holds: (tx: Insert) => phrase`What ${tx} read still holds.`,
  doesntHold: (why: Insert) => phrase`The check fails: ${why}.`,
  aborted: (tx: Insert, why: Insert) => phrase`${tx} must start over: ${why}.`,
  readTooEarly: (tx: Insert, location: Insert, by: Insert) => phrase`${tx} read ${location} before ${by} wrote it`,
  readChanged: (tx: Insert, location: Insert) => phrase`${tx} read ${location}, which has changed since`,
  readThrownAway: (tx: Insert, location: Insert, by: Insert) =>
    phrase`${tx} read ${location} from ${by}, which has itself started over`,
  readWithdrawn: (tx: Insert, location: Insert, by: Insert) =>
    phrase`${tx} read ${location} from ${by}, which no longer writes it`,
  needs: (tx: Insert, location: Insert, by: Insert) => phrase`${tx} needs ${location}, which ${by} must write first`,

  committed: (tx: Insert) => phrase`${tx} is committed: its result is final.`,
  queued: (tx: Insert, lane: number, locks: number) =>
    phrase`${tx} is queued on lane ${lane} and holds ${locks} ${locks === 1 ? 'lock' : 'locks'}.`,
  rejected: (tx: Insert, location: Insert) =>
    phrase`${tx} touched ${location} without having declared it, and counts as invalid.`,

  roundExecutes: (round: number, transactions: number) =>
    phrase`Round ${round}: ${transactions} ${transactions === 1 ? 'transaction executes' : 'transactions execute'}.`,
  roundValidates: (round: number, transactions: number) =>
    phrase`Everybody has reached the barrier of round ${round}: ${transactions} ${transactions === 1 ? 'result is' : 'results are'} checked.`,
  roundSerial: (transactions: number) => phrase`The rounds are over: the ${transactions} left run one at a time.`,

  laneWaits: (lane: number, why: Insert) => phrase`Lane ${lane} stands still: ${why}.`,
  waitsFor: (tx: Insert, on: Insert) => phrase`${tx} waits for ${on}`,
  waitsForWriter: (tx: Insert, on: Insert, location: Insert) => phrase`${tx} waits for ${on}, which writes ${location}`,
  waitsForLock: (tx: Insert, on: Insert, location: Insert) =>
    phrase`${tx} waits for the lock on ${location}, which ${on} has first`,
  waitsForCommit: (tx: Insert, on: Insert) => phrase`${tx} has run, and waits for the commit of ${on}`,
  waitsForRound: (round: number) => phrase`others are still at work on round ${round}`,
  loads: (locations: number) => phrase`${locations} locations named by the list are being loaded`,
  pinnedElsewhere: phrase`what is left is pinned to other lanes`,
  noTask: phrase`there is nothing left for it to do`,
};
