import { readSetting, writeSetting } from '../common/local-setting.ts';

export const SHOWN = ['both', 'lanes', 'conflicts'] as const;
export type Shown = (typeof SHOWN)[number];

/** How somebody presents; kept in this browser. */
export interface StageSettings {
  readonly shown: Shown;
  /** Size of type, 100 to 200. */
  readonly percent: number;
  /** A ring follows the mouse. */
  readonly pointer: boolean;
}

export const LEAST_PERCENT = 100;
export const MOST_PERCENT = 200;
const STEP_PERCENT = 10;
const KEY = 'lanewise/stage';
const DEFAULTS: StageSettings = { shown: 'both', percent: 130, pointer: true };

export function resized(percent: number, steps: number): number {
  return Math.min(MOST_PERCENT, Math.max(LEAST_PERCENT, percent + steps * STEP_PERCENT));
}

/** What was stored, as far as it makes sense. */
export function parseStage(text: string | null): StageSettings {
  let stored: Partial<Record<keyof StageSettings, unknown>> = {};
  try {
    stored = { ...JSON.parse(text ?? '{}') };
  } catch {
    // As if nothing had been stored.
  }
  const { percent, pointer } = stored;
  return {
    shown: SHOWN.find((each) => each === stored.shown) ?? DEFAULTS.shown,
    percent:
      typeof percent === 'number' && Number.isFinite(percent) ? resized(Math.round(percent), 0) : DEFAULTS.percent,
    pointer: typeof pointer === 'boolean' ? pointer : DEFAULTS.pointer,
  };
}

export const readStage = (): StageSettings => parseStage(readSetting(KEY));
export const writeStage = (settings: StageSettings): void => writeSetting(KEY, JSON.stringify(settings));
