import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadGlossary } from '../../lessons/built-in.ts';

const components = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => readFileSync(join('src/ui', path), 'utf8'));

it('the glossary has every term of the page', async () => {
  const glossary = await loadGlossary();
  const terms = components.flatMap((code) => [...code.matchAll(/<Term term="([^"]+)"/g)].map(([, term]) => term ?? ''));
  expect(terms.length).toBeGreaterThan(8);
  expect(terms.filter((term) => !glossary.find(term))).toEqual([]);
});
