import { describeValue } from '../format-error.ts';
import { linkError } from './link-error.ts';
import type { Json, JsonObject } from './columns.ts';

/** Parts of what came out of a link, each thrown out with a FormatError if it isn't what it should be. */

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function asObject(value: Json | undefined, what: string): JsonObject {
  if (isObject(value)) return value;
  throw linkError(what, describeValue(value));
}

export function asList(value: Json | undefined, what: string): readonly Json[] {
  if (Array.isArray(value)) return value;
  throw linkError(what, describeValue(value));
}

export function asText(value: Json | undefined, what: string): string {
  if (typeof value === 'string') return value;
  throw linkError(what, describeValue(value));
}
