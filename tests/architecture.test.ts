import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('ARCHITECTURE.md', 'utf8');

/** Everything in backticks that looks like a path of this repository. */
const named = [
  ...new Set([...text.matchAll(/`((?:src|tests|scripts|bench|public|\.ci)\/[\w./-]*)`/g)].map((m) => m[1] ?? '')),
];

describe('ARCHITECTURE.md', () => {
  it.each(named)('names %s, which exists', (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it('names every folder of src', () => {
    const folders = readdirSync('src').filter((name) => statSync(`src/${name}`).isDirectory());
    expect(folders.filter((name) => !text.includes(`\`src/${name}/\``))).toEqual([]);
  });
});
