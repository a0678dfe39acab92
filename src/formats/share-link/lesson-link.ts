import { parseJson } from '../parse-json.ts';
import { FormatError } from '../format-error.ts';
import { createBudget } from './budget.ts';
import type { Json } from './columns.ts';
import { seal, unseal } from './envelope.ts';
import { packValue } from './pack-value.ts';
import { unpackValue } from './unpack-value.ts';
import { PRIMER } from './usual.ts';

const VERSION = 1;
/** Characters and values: the longest lesson of the page takes a tenth of it. */
const MAX_EXPANDED = 400_000;

/** The text after `#l=` for a lesson's file; null where that takes a file. Throws a FormatError for what is no JSON. */
export function lessonToLink(fileText: string): string | null {
  const file = parseJson(fileText) as Json;
  try {
    return seal(VERSION, packValue(file, PRIMER));
  } catch (error) {
    // Beyond a limit of the format.
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/** The lesson's file as text again, not yet known to be one. Throws a FormatError. */
export function lessonFromLink(link: string): string {
  const { body } = unseal(link, VERSION);
  return JSON.stringify(unpackValue(body, PRIMER, createBudget(MAX_EXPANDED)));
}
