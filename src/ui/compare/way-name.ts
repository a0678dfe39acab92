import { comparing as texts } from '#texts/comparing.ts';
import type { Way } from '../../store/compare/points.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';

export const lanesText = (lanes: number): string => `${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`;

/** `Block-STM on 4 lanes`. */
export const wayName = ({ engine, lanes }: Way): string =>
  texts.engineOnLanes(ENGINE_TEXT[engine].name, lanesText(lanes));
