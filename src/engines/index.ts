import type { EngineId } from '../model/settings.ts';
import type { EngineInfo } from './engine.ts';
import { accountLocks } from './account-locks.ts';
import { blockAccessList } from './block-access-list.ts';
import { blockStm } from './block-stm.ts';
import { components } from './components.ts';
import { dag } from './dag.ts';
import { inOrder } from './in-order.ts';
import { lanes } from './lanes.ts';
import { race } from './race.ts';
import { rounds } from './rounds.ts';
import { sequential } from './sequential.ts';

/** Every engine, by id. */
export const ENGINES: Readonly<Record<EngineId, EngineInfo>> = {
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
