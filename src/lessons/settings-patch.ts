import * as v from 'valibot';
import { settingsSchema } from '../formats/scenario-schema.ts';
import type { CostModel, EngineOptions, RunSettings } from '../model/settings.ts';

const { engine, lanes, clock, fees, credits, options, costs } = settingsSchema.entries;
const o = options.entries;
const c = costs.entries;

/** What to change of the settings; all that isn't named stays. */
export interface SettingsPatch extends Partial<Omit<RunSettings, 'options' | 'costs'>> {
  readonly options?: Partial<EngineOptions>;
  readonly costs?: Partial<CostModel>;
}

/** Fields as in the scenario file (`src/model/settings.ts` explains them), each of them optional. */
export const settingsPatchSchema: v.GenericSchema<unknown, SettingsPatch> = v.strictObject({
  engine: v.exactOptional(engine),
  lanes: v.exactOptional(lanes),
  clock: v.exactOptional(clock),
  fees: v.exactOptional(fees),
  credits: v.exactOptional(credits),
  options: v.exactOptional(
    v.strictObject({
      lanesPolicy: v.exactOptional(o.lanesPolicy),
      dagPolicy: v.exactOptional(o.dagPolicy),
      hints: o.hints,
      estimates: v.exactOptional(o.estimates),
      senderLinks: v.exactOptional(o.senderLinks),
      rollingCommit: v.exactOptional(o.rollingCommit),
      lockGranularity: v.exactOptional(o.lockGranularity),
      queueLength: v.exactOptional(o.queueLength),
      overDeclare: v.exactOptional(o.overDeclare),
      underDeclare: o.underDeclare,
      listOrder: v.exactOptional(o.listOrder),
      tamper: o.tamper,
    }),
  ),
  costs: v.exactOptional(
    v.strictObject({
      gasPerMicrosecond: v.exactOptional(c.gasPerMicrosecond),
      dispatch: v.exactOptional(c.dispatch),
      validationPerRead: v.exactOptional(c.validationPerRead),
      coldRead: v.exactOptional(c.coldRead),
    }),
  ),
});

export function patchSettings(settings: RunSettings, patch: SettingsPatch): RunSettings {
  const { options, costs, ...rest } = patch;
  return {
    ...settings,
    ...rest,
    options: { ...settings.options, ...options },
    costs: { ...settings.costs, ...costs },
  };
}
