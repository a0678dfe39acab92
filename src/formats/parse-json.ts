import { FormatError } from './format-error.ts';
import { MAX_DEPTH } from './limits.ts';

/** Keys that reach an object's prototype when copied carelessly; no format here has a use for them. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON of bounded depth and without prototype keys. Throws a FormatError with line and column. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    throw new FormatError({
      where: placeOf(message, text),
      expected: 'JSON',
      came: text.trim() === '' ? 'an empty file' : `what JSON doesn't allow (${message})`,
      fix: 'Check that the file is complete and was not saved as a web page.',
    });
  }
  checkShape(value);
  return value;
}

/** V8 names the position of most errors, and quotes the text around the others in its message. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return 'the file';
  const lines = text.slice(0, Number(position)).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** Refuses what nests too deep, or has fields with reserved names. Throws a FormatError. */
export function checkShape(root: unknown): void {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new FormatError({
        where: 'the file',
        expected: `at most ${MAX_DEPTH} levels of nesting`,
        came: 'more',
        fix: 'This is no file of a kind known here.',
      });
    }
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const key of Array.isArray(value) ? [] : Object.keys(value)) {
        if (!PROTOTYPE_KEYS.has(key)) continue;
        throw new FormatError({
          where: `the field ${key}`,
          expected: 'no such name',
          came: 'a reserved one',
          fix: 'Rename or remove the field.',
        });
      }
      for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
}
