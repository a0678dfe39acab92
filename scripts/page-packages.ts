import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /^(?:import|export)\s[^;]*?from '([^'.][^']*)'|import\('([^'.][^']*)'\)/gm;
/** What never reaches a browser. */
const NOT_OF_THE_PAGE = /\.test\.tsx?$|[\\/]cli[\\/]|[\\/]test-support[\\/]/;

/**
 * The packages that the page's sources import, by the names they are imported under. Vite must know them all before the first
 * page is loaded: one that it meets later makes it bundle them anew and reload, in the middle of a test.
 */
export function pagePackages(folder: string): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || NOT_OF_THE_PAGE.test(join(folder, name))) continue;
    const source = readFileSync(join(folder, name), 'utf8').replaceAll(/^import type [^;]*;$/gm, '');
    for (const [, from, called] of source.matchAll(IMPORT)) found.add(from ?? called ?? '');
  }
  return [...found].filter((name) => !/^(node:|vitest)/.test(name)).sort();
}
