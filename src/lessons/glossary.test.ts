import { describe, expect, it } from 'vitest';
import { loadGlossary } from './built-in.ts';
import { parseGlossary } from './glossary.ts';

const file = (...terms: object[]) => ({ format: 'lanewise-glossary', version: 1, language: 'en', terms });
const term = (name: string, more: object = {}) => ({ term: name, definition: 'It is.', ...more });

describe('a glossary', () => {
  it('finds a term under any of its forms', () => {
    const glossary = parseGlossary(file(term('wave', { forms: ['waves'] }), term('abort', { seeAlso: ['Waves'] })));
    expect(glossary.terms.map(({ term: name }) => name)).toEqual(['abort', 'wave']);
    expect(glossary.find('Waves')?.term).toBe('wave');
    expect(glossary.find('lane')).toBeUndefined();
  });

  it('has no word twice, and refers to nothing that isn’t there', () => {
    expect(() => parseGlossary(file(term('wave'), term('level', { forms: ['Wave'] })))).toThrow('“Wave” twice');
    expect(() => parseGlossary(file(term('wave', { seeAlso: ['level'] })))).toThrow('refers to “level”');
    expect(() => parseGlossary(file({ term: 'wave' }))).toThrow('terms[0].definition: expected a value');
  });

  it('that comes with the page can be read', async () => {
    const { terms } = await loadGlossary();
    expect(terms.length).toBeGreaterThan(40);
  });
});
