import type { TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';

/** A sentence with the things in it still things, so that the screen can link and highlight them. */
export type Phrase = readonly Part[];
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tx'; readonly tx: TxIndex }
  | { readonly kind: 'location'; readonly location: Location }
  | { readonly kind: 'value'; readonly location: Location; readonly value: Value };

/** What can stand in a phrase. */
export type Insert = string | number | Exclude<Part, { kind: 'text' }> | Phrase;

export const theTx = (tx: TxIndex): Part & { kind: 'tx' } => ({ kind: 'tx', tx });
export const theLocation = (location: Location): Part & { kind: 'location' } => ({ kind: 'location', location });
export const theValue = (location: Location, value: Value): Part & { kind: 'value' } => ({
  kind: 'value',
  location,
  value,
});

/** A tagged template: phrase`${theTx(3)} waits for ${theTx(2)}`. */
export function phrase(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Phrase {
  return strings.flatMap((text, i) => {
    const insert = inserts[i];
    const parts: Part[] = text === '' ? [] : [{ kind: 'text', text }];
    if (insert === undefined) return parts;
    if (typeof insert === 'string' || typeof insert === 'number') {
      return [...parts, { kind: 'text', text: String(insert) }];
    }
    return 'kind' in insert ? [...parts, insert] : [...parts, ...insert];
  });
}

/** As plain text, for titles, screen readers and tests. */
export function phraseText(parts: Phrase, names: Names): string {
  return parts.map((part) => partText(part, names)).join('');
}

interface Names {
  locationName(location: Location): string;
  valueText(location: Location, value: Value): string;
}

function partText(part: Part, names: Names): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'tx':
      return String(part.tx);
    case 'location':
      return names.locationName(part.location);
    case 'value':
      return names.valueText(part.location, part.value);
  }
}
