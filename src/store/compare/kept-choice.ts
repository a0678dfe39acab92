import * as v from 'valibot';
import { ENGINE_IDS, type EngineId, MAX_LANES } from '../../model/settings.ts';
import { checkGeneratorOptions, type GeneratorOptions, TX_KINDS } from '../../workloads/generate/options.ts';
import { SWEEP_PARAMETERS, type SweepChoice } from './sweep-spec.ts';

/*
 * What was chosen in Compare, as it comes back after a reload: from storage, where anything may lie.
 */

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** Some of a few, one at least, as chips leave it. */
const some = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.array(item),
    v.minLength(1),
    v.check((items) => new Set(items).size === items.length),
  );

const enginesSchema = some(v.picklist(ENGINE_IDS));
const lanesSchema = some(whole(1, MAX_LANES.virtual));
const generatorShape = v.strictObject({
  seed: v.number(),
  transactions: v.number(),
  accounts: v.number(),
  contention: v.number(),
  mix: v.record(v.string(), v.number()),
  failing: v.number(),
});
const generatorSchema = v.custom<GeneratorOptions>((value) => {
  try {
    checkGeneratorOptions(v.parse(generatorShape, value));
    return true;
  } catch {
    return false;
  }
});
const sweepSchema = v.strictObject({
  parameter: v.picklist(SWEEP_PARAMETERS),
  kind: v.picklist(TX_KINDS),
  engines: enginesSchema,
  lanes: whole(1, MAX_LANES.virtual),
  seeds: whole(1, 20),
  base: generatorSchema,
});

export const isEngineChoice = (kept: unknown): kept is readonly EngineId[] => v.is(enginesSchema, kept);
export const isLaneChoice = (kept: unknown): kept is readonly number[] => v.is(lanesSchema, kept);
export const isSweepChoice = (kept: unknown): kept is SweepChoice => v.is(sweepSchema, kept);
