import * as v from 'valibot';
import { check } from '../formats/fields.ts';
import { line, list } from './references.ts';
import { sourceSchema, type Source } from './lesson.ts';

/** A word of the field, as the page uses it. */
export interface Term {
  /** In its basic form: `abort`, `Amdahl's law`. */
  readonly term: string;
  /** Other forms under which it is found: plurals, participles, synonyms. */
  readonly forms: readonly string[];
  /** One to three sentences of plain text. */
  readonly definition: string;
  /** Other terms of the glossary. */
  readonly seeAlso: readonly string[];
  readonly source?: Source;
}

export interface Glossary {
  /** In alphabetical order. */
  readonly terms: readonly Term[];
  /** Under any of its forms, whatever the case. */
  find(word: string): Term | undefined;
}

const glossarySchema = v.strictObject({
  format: v.literal('lanewise-glossary', '"lanewise-glossary"'),
  version: v.literal(1, 'version 1, the one that this program reads'),
  language: line,
  terms: list(
    v.strictObject({
      term: line,
      forms: v.optional(list(line, 20), []),
      definition: v.pipe(
        v.string(),
        v.minLength(1, 'text that isn’t empty'),
        v.maxLength(1_000, 'at most 1000 characters'),
      ),
      seeAlso: v.optional(list(line, 20), []),
      source: v.exactOptional(sourceSchema),
    }),
    1_000,
  ),
});

/** Throws a FormatError with the path of what is wrong: of two terms under one word, too, and of a reference to none. */
export function parseGlossary(json: unknown): Glossary {
  const { terms, language } = check(glossarySchema, json, { fix: 'Correct the glossary’s file.' });
  const byWord = new Map<string, Term>();
  for (const term of terms) {
    for (const word of [term.term, ...term.forms]) {
      const other = byWord.get(word.toLowerCase());
      if (other) throw new RangeError(`the glossary has “${word}” twice: of “${other.term}” and of “${term.term}”`);
      byWord.set(word.toLowerCase(), term);
    }
  }
  const find = (word: string): Term | undefined => byWord.get(word.toLowerCase());
  for (const { term, seeAlso } of terms) {
    const lost = seeAlso.find((word) => !find(word));
    if (lost !== undefined) throw new RangeError(`the glossary’s “${term}” refers to “${lost}”, which it hasn’t got`);
  }
  return { terms: terms.toSorted((a, b) => a.term.localeCompare(b.term, language)), find };
}
