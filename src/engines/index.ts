import type { EngineId } from '../model/settings.ts';
import type { EngineInfo } from './engine.ts';
import { blockStm } from './block-stm.ts';
import { dag } from './dag.ts';
import { lanes } from './lanes.ts';
import { race } from './race.ts';
import { sequential } from './sequential.ts';

/** Every engine, by id. */
export const ENGINES: Readonly<Record<EngineId, EngineInfo>> = { sequential, lanes, race, dag, 'block-stm': blockStm };
