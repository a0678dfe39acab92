import type { EngineId } from '../../model/settings.ts';
import { accountLocks } from '#texts/engines/account-locks.ts';
import { blockAccessList } from '#texts/engines/block-access-list.ts';
import { blockStm } from '#texts/engines/block-stm.ts';
import { components } from '#texts/engines/components.ts';
import { dag } from '#texts/engines/dag.ts';
import type { EngineStory } from './engine-story.ts';
import { inOrder } from '#texts/engines/in-order.ts';
import { lanes } from '#texts/engines/lanes.ts';
import { race } from '#texts/engines/race.ts';
import { rounds } from '#texts/engines/rounds.ts';
import { sequential } from '#texts/engines/sequential.ts';

/** What the page tells of each engine. */
export const ENGINE_STORIES: Readonly<Record<EngineId, EngineStory>> = {
  sequential,
  lanes,
  race,
  dag,
  components,
  'account-locks': accountLocks,
  'block-access-list': blockAccessList,
  'block-stm': blockStm,
  rounds,
  'in-order': inOrder,
};
