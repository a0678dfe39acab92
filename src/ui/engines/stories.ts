import type { EngineId } from '../../model/settings.ts';
import { accountLocks } from './account-locks.ts';
import { blockAccessList } from './block-access-list.ts';
import { blockStm } from './block-stm.ts';
import { components } from './components.ts';
import { dag } from './dag.ts';
import type { EngineStory } from './engine-story.ts';
import { inOrder } from './in-order.ts';
import { lanes } from './lanes.ts';
import { race } from './race.ts';
import { rounds } from './rounds.ts';
import { sequential } from './sequential.ts';

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
