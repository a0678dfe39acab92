import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** Attributes that are read by a person, on screen or by a screen reader. */
const READ = new Set(['aria-label', 'aria-description', 'title', 'label', 'text', 'placeholder', 'alt', 'hint']);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Words in the markup of a component: text between tags, and attributes that are read out. */
function wordsIn(path: string, code: string): readonly string[] {
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const node = value as Node;
    if (node.type === 'JSXText' && hasWord(node.value)) words.push(String(node.value).trim());
    if (node.type === 'JSXAttribute') {
      const { name } = node.name as Node;
      const literal = node.value as Node | null;
      if (READ.has(String(name)) && literal?.type === 'Literal' && hasWord(literal.value)) {
        words.push(`${name}="${literal.value}"`);
      }
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(path, code, { lang: 'tsx' }).program);
  return words;
}

const components = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx') && !path.includes('test'))
  .map((path) => join('src/ui', path));

const hasWord = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2}/u.test(text);

describe('what a person reads on the page stands in src/texts', () => {
  it.each(components)('%s has no words of its own', (path) => {
    expect(wordsIn(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('finds words in markup and in what is read out', () => {
    expect(wordsIn('x.tsx', 'const x = <p title="Why not">So it is <b className="wide">{y}</b></p>;')).toEqual([
      'title="Why not"',
      'So it is',
    ]);
  });
});
