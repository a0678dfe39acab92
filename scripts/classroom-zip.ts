import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';

const here = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')) as { version: string };

/** Zip can't say earlier; the same build gives the same file. */
const EPOCH = new Date(1980, 0, 1);

/** The built page with a server of one file, to carry into a room without internet. All in one folder. */
export function createClassroomZip(built: string): { readonly name: string; readonly bytes: Uint8Array } {
  const folder = `lanewise-${version}`;
  const readme = readFileSync(join(here, 'classroom', 'README.txt'), 'utf8').replaceAll('@VERSION@', version);
  const files: Zippable = {
    [`${folder}/README.txt`]: new TextEncoder().encode(readme),
    [`${folder}/serve.mjs`]: readFileSync(join(here, 'classroom', 'serve.mjs')),
  };
  for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(built, name);
    if (statSync(file).isFile()) files[`${folder}/app/${name.replaceAll('\\', '/')}`] = readFileSync(file);
  }
  return { name: `${folder}.zip`, bytes: zipSync(files, { level: 9, mtime: EPOCH }) };
}
