import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { handout as texts } from '#texts/handout.ts';
import type { RunMetrics } from '../../model/run.ts';

/** "Block-STM on 4 lanes, modelled time". */
export function engineText({ engine, lanes, clock }: RunMetrics): string {
  return texts.ranUnder(ENGINE_TEXT[engine].name, lanes, clock === 'virtual' ? texts.modelled : texts.measured);
}
