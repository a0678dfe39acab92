import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { emptyBloomPlugin } from './empty-bloom-plugin.ts';

const vm = join(import.meta.dirname, '../node_modules/@ethereumjs/vm');

test('`runTx` takes its filter from where the plugin puts another', async () => {
  expect(readFileSync(join(vm, 'dist/esm/runTx.js'), 'utf8')).toContain('import { Bloom } from "./bloom/index.js"');
});

test('a build has the empty filter in place of the library’s', async () => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [emptyBloomPlugin()],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(vm, 'dist/esm/bloom/index.js'), formats: ['es'], fileName: 'bloom' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const code = first && 'output' in first ? first.output[0].code : '';
  expect(code).toContain('no log goes into a bloom here');
  expect(code).not.toContain('keccak');
});
