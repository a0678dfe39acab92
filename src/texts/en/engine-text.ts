import type { EngineId } from '../../model/settings.ts';

interface EngineText {
  readonly name: string;
  /** Where room is short; a part of the name. */
  readonly short?: string;
  /** What it knows, what it does, what to expect. */
  readonly sentence: string;
}

export const ENGINE_TEXT: Readonly<Record<EngineId, EngineText>> = {
  sequential: {
    name: 'One lane',
    sentence: 'Block order on one lane: the time to beat, and the result every other run is checked against.',
  },
  lanes: {
    name: 'Your lanes',
    sentence: 'You drag transactions into lanes; each lane runs its own in the order you drew.',
  },
  race: {
    name: 'No protection',
    sentence:
      'Lanes read and write whatever is there, and nothing is validated. Shows what goes wrong without an engine.',
  },
  dag: {
    name: 'Dependency DAG',
    short: 'DAG',
    sentence: 'Knows every dependency beforehand and starts a transaction when those it depends on have finished.',
  },
  'block-stm': {
    name: 'Block-STM',
    sentence: 'Knows nothing beforehand: executes optimistically, validates, and starts over what read a stale value.',
  },
  components: {
    name: 'Independent groups',
    short: 'Groups',
    sentence:
      'Transactions that conflict, directly or through others, form a group; a group runs in block order on one lane.',
  },
  'account-locks': {
    name: 'Declared locks',
    short: 'Locks',
    sentence:
      'Every transaction declares what it reads and writes, and waits for the locks, as in Solana. Nothing is validated.',
  },
  rounds: {
    name: 'Optimistic rounds',
    short: 'Rounds',
    sentence:
      'All that is pending runs at once, then is validated in order; what failed goes to the next round, as in Sei.',
  },
  'in-order': {
    name: 'Speculate, commit in order',
    short: 'In order',
    sentence:
      'Runs ahead on the committed state and commits in block order; what read a stale value runs once more, as in Monad.',
  },
  'block-access-list': {
    name: 'Block access list',
    short: 'Access list',
    sentence:
      'The block comes with every value it leaves behind (EIP-7928), so nobody waits for anybody; afterwards the list is checked.',
  },
};
