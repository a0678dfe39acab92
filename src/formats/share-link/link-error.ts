import { FormatError } from '../format-error.ts';

/** A link that can't be used. `expected` and `came` are noun phrases, as in every FormatError. */
export function linkError(expected: string, came: string): FormatError {
  return new FormatError({
    where: 'the link',
    expected,
    came,
    fix: 'Copy the whole link again from where it came, or ask for the scenario as a file.',
  });
}
