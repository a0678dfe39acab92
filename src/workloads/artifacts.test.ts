import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ARTIFACTS, artifactFile, compileContracts } from '../../scripts/compile-contracts.ts';
import { LIBRARY } from './library.ts';

it('artifacts are what the compiler makes of the sources today (else: npm run contracts)', () => {
  const compiled = compileContracts();
  expect(readdirSync(ARTIFACTS).sort()).toEqual([...compiled.keys()].map(artifactFile).sort());
  for (const [name, text] of compiled) {
    expect(readFileSync(join(ARTIFACTS, artifactFile(name)), 'utf8'), name).toBe(text);
  }
  expect(
    Object.values(LIBRARY)
      .map(({ artifact }) => artifact.name)
      .sort(),
  ).toEqual([...compiled.keys()].sort());
});
