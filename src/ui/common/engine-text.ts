import type { EngineId } from '../../model/settings.ts';

interface EngineText {
  readonly name: string;
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
    sentence: 'Knows every dependency beforehand and starts a transaction when those it depends on have finished.',
  },
  'block-stm': {
    name: 'Block-STM',
    sentence: 'Knows nothing beforehand: executes optimistically, validates, and starts over what read a stale value.',
  },
};
