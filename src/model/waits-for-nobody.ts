import type { EngineId } from './settings.ts';

/** `race` reads whatever is there, and a block access list says beforehand what will be. */
export function waitsForNobody(engine: EngineId): boolean {
  return engine === 'race' || engine === 'block-access-list';
}
