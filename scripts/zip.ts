import { writeFileSync } from 'node:fs';
import { createClassroomZip } from './classroom-zip.ts';
import { buildIfNeeded } from './serve.ts';

/** `npm run zip`: the built page and a small server in one file, for a room without internet. */
console.log('Building Lanewise …');
await buildIfNeeded();
const { name, bytes } = createClassroomZip('dist');
writeFileSync(name, bytes);
console.log(`${name} (${(bytes.length / 2 ** 20).toFixed(1)} MB). Unpack it, and run node serve.mjs in its folder.`);
