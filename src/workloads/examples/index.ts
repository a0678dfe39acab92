import type { Example } from './example.ts';
import { mixedDefi } from './mixed-defi.ts';

export type { Example } from './example.ts';

/** In the order of the menu; the first is what the page opens with. */
export const EXAMPLES: readonly [Example, ...Example[]] = [mixedDefi];
