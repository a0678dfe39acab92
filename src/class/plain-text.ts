import * as v from 'valibot';

/**
 * Characters that show nothing or turn the text around them: control characters, zero-width ones (but those that join letters
 * of scripts and emoji), marks and overrides of direction, and private use.
 */
const INVISIBLE =
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu;
/** More marks than this on one letter are decoration that runs over the lines around it. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Text of somebody else made fit for a line on screen: one line, nothing invisible, at most `length` characters. */
export function toPlainText(text: string, length: number): string {
  const clean = text
    .slice(0, length * 8)
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return [...clean].slice(0, length).join('').trim();
}

/** A line of text from outside: of bounded length, and cleaned. */
export const lineSchema = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length * 8),
    v.transform((text) => toPlainText(text, length)),
  );
